package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;

/** Reads {@link RowSelection}. */
final class RowSelectionReader {
    private RowSelectionReader() {}

    /** Reads the whole of {@code current}. */
    static RowSelection readCurrent(Section current) {
        RowSelection selection = read(current);
        current.close();
        if (current.field("path").isEmpty() && current.field("where").isEmpty()) {
            current.problem("current lacks 'path' or 'where': which rows are current");
        }
        return selection;
    }

    /** Reads the keys of a selection; the caller closes the section. */
    static RowSelection read(Section section) {
        Optional<Field> path = section.field("path");
        List<String> paths = path.isPresent() ? paths(path) : List.of();
        Optional<Field> formatField = section.field("format");
        Optional<SourceFormat> format = formatField.flatMap(it -> it.choice(SourceFormat.class));
        Optional<String> where = section.field("where").flatMap(it -> it.text("a Spark SQL predicate"));
        if (path.isEmpty()) {
            formatField.ifPresent(
                    it -> it.problem(it.path() + " says how another path is stored, but there is no path"));
        }
        return new RowSelection(paths, format, where);
    }

    /** One path or several, as they are meant. */
    static List<String> paths(Optional<Field> path) {
        return path.map(field -> {
                    List<Field> items = field.items();
                    if (items.isEmpty()) {
                        field.problem(field.path() + " is an empty list; expected at least one path");
                    }
                    return items.stream()
                            .flatMap(it -> it.resolvedPath().stream())
                            .toList();
                })
                .orElse(List.of());
    }
}
