package io.lakewarden.jobs.config;

import io.lakewarden.result.Window;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.Optional;

/** Reads {@link ReferenceConfig}. */
final class ReferenceReader {
    private ReferenceReader() {}

    static Optional<ReferenceConfig> read(Section reference) {
        Optional<Field> pinnedField = reference.field("pinned");
        Optional<Window> pinned =
                pinnedField.flatMap(it -> it.parsed("a range START/END, such as 2011-01-01/2012-01-01", Window::parse));
        Optional<Field> previousField = reference.field("previous");
        Optional<Integer> previous =
                previousField.flatMap(it -> it.integer(1, 1_000)).map(Math::toIntExact);
        RowSelection rows = RowSelectionReader.read(reference);
        Optional<Field> rowsField = reference
                .field("path")
                .or(() -> reference.field("table"))
                .or(() -> reference.field("query"))
                .or(() -> reference.field("where"));
        reference.close();

        if (pinnedField.isPresent() && rowsField.isPresent()) {
            rowsField
                    .get()
                    .problem(rowsField.get().path() + " stands beside reference.pinned; expected exactly one of"
                            + " pinned, path or where (where may narrow path)");
            return Optional.empty();
        }
        if (previousField.isPresent() && pinnedField.isEmpty()) {
            previousField
                    .get()
                    .problem("reference.previous lacks 'pinned' beside it: the range whose bins are used, so"
                            + " that scores of different windows can be compared");
            return Optional.empty();
        }
        if (pinnedField.isEmpty() && rowsField.isEmpty()) {
            reference.problem("reference says nothing to compare with; expected exactly one of pinned, path or where");
            return Optional.empty();
        }
        if (rowsField.isPresent()) {
            return Optional.of(new ReferenceConfig.Rows(rows));
        }
        if (previousField.isPresent()) {
            return pinned.flatMap(window -> previous.map(windows -> new ReferenceConfig.Previous(windows, window)));
        }
        return pinned.map(ReferenceConfig.Pinned::new);
    }
}
