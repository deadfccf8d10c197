package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Section;
import java.util.List;

/** Reads {@link SliceSearchConfig}. */
final class SliceSearchReader {
    private SliceSearchReader() {}

    static SliceSearchConfig read(Section search) {
        List<String> columns = search.field("columns")
                .map(it -> it.texts("the path of a column"))
                .orElse(List.of());
        int depth = Math.toIntExact(
                search.field("depth").flatMap(it -> it.integer(1, 2)).orElse(2L));
        int top = Math.toIntExact(
                search.field("top").flatMap(it -> it.integer(1, 100)).orElse(10L));
        search.close();
        if (columns.size() > SliceSearchConfig.MOST_COLUMNS) {
            search.problem("slice_search.columns has " + columns.size() + " columns; expected at most "
                    + SliceSearchConfig.MOST_COLUMNS + ": each pair of their parts is counted");
        }
        return new SliceSearchConfig(columns, depth, top);
    }
}
