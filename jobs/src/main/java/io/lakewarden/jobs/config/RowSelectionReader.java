package io.lakewarden.jobs.config;

import io.lakewarden.yaml.EnumNames;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@link RowSelection}. */
final class RowSelectionReader {
    private RowSelectionReader() {}

    /** Reads the whole of {@code current}. */
    static RowSelection readCurrent(Section current) {
        RowSelection selection = read(current);
        if (Stream.of("path", "table", "query", "where")
                .allMatch(key -> current.field(key).isEmpty())) {
            current.problem("current lacks 'path' or 'where': which rows are current");
        }
        current.close();
        return selection;
    }

    /** Reads the keys of a selection; the caller closes the section. */
    static RowSelection read(Section section) {
        Optional<Field> path = section.field("path");
        List<String> paths = path.isPresent() ? paths(path) : List.of();
        Optional<Field> formatField = section.field("format");
        Optional<SourceFormat> format = formatField.flatMap(it -> it.choice(SourceFormat.class));
        Optional<String> where = section.field("where").flatMap(it -> it.text("a Spark SQL predicate"));
        format.filter(it -> it == SourceFormat.JDBC).ifPresent(it -> formatField
                .orElseThrow()
                .problem(formatField.orElseThrow().path()
                        + " is 'jdbc', but a path leads to files; expected one of csv, json, parquet, delta"));
        Optional<JdbcRows> rows = JdbcReader.rows(section);
        if (path.isEmpty()) {
            formatField.ifPresent(
                    it -> it.problem(it.path() + " says how another path is stored, but there is no path"));
        }
        return new RowSelection(paths, format, rows, where);
    }

    /** Refuses what does not fit the source: its database has tables, and files beside it have a format of their own. */
    static void checkSource(Section section, SourceFormat source) {
        Optional<Field> path = section.field("path");
        Optional<Field> rows = section.field("table").or(() -> section.field("query"));
        if (source != SourceFormat.JDBC) {
            rows.ifPresent(it -> it.problem(
                    it.path() + " is read from the source's database, but source.format is " + EnumNames.of(source)));
        } else if (path.isPresent() && rows.isPresent()) {
            rows.get()
                    .problem(rows.get().path() + " stands beside " + path.get().path() + "; expected one of them");
        } else if (section.field("format").isEmpty()) {
            path.ifPresent(it -> it.problem(it.path() + " leads to files, but source.format is jdbc; say how they are"
                    + " stored with 'format' beside it"));
        }
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
