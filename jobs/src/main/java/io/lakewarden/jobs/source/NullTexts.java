package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.spark.profile.ColumnPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Texts that mean "no value" in text files.
 *
 * @param everywhere in every column
 * @param byColumn by path of a column, in that column only
 */
record NullTexts(List<String> everywhere, Map<String, List<String>> byColumn) {
    static NullTexts of(SourceConfig source) {
        return new NullTexts(source.options().nullValues(), source.nullValues());
    }

    /** Those of the top-level column of a name. */
    List<String> of(String name) {
        return Stream.concat(everywhere.stream(), byColumn.getOrDefault(ColumnPath.of(name), List.of()).stream())
                .distinct()
                .toList();
    }
}
