package io.lakewarden.schema;

import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.ConstraintKind;
import io.lakewarden.schema.constraint.ConstraintKinds;
import io.lakewarden.schema.constraint.WholeBounds;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads a schema file. What is wrong becomes a problem of the reading; a file without problems gives a schema. */
public final class SchemaReader {
    /** Some keys that are expected, for the problem of a file that is none. */
    public static final String KEYS = "'columns:', 'rows:', 'environments:'";

    private SchemaReader() {}

    /** The schema in a file; empty only where there is no {@code columns}. */
    public static Optional<TableSchema> read(Section file) {
        RowsExpectation rows = file.field("rows").flatMap(SchemaReader::rows).orElse(RowsExpectation.NONE);
        Severity newColumns = file.field("new_columns")
                .flatMap(it -> it.choice(Severity.class))
                .orElse(Severity.WARN);
        List<String> environments = file.field("environments")
                .map(it -> it.texts("the name of an environment, such as training"))
                .orElse(List.of());
        Optional<Section> columns = file.required("columns", "what is expected of each column, by its name")
                .flatMap(it -> it.section("columns by name"));
        file.close();
        return columns.map(it -> new TableSchema(rows, newColumns, environments, columns(it, environments)));
    }

    private static Optional<RowsExpectation> rows(Field field) {
        return field.section("keys such as min and max").flatMap(section -> {
            Optional<WholeBounds> bounds = WholeBounds.read(section, field);
            OptionalDouble minimum = ratio(section, "min_ratio");
            OptionalDouble maximum = ratio(section, "max_ratio");
            section.close();
            return bounds.map(number -> new RowsExpectation(number, minimum, maximum));
        });
    }

    private static OptionalDouble ratio(Section section, String key) {
        return section.field(key)
                .flatMap(it -> it.number(0, Double.MAX_VALUE, "a number of at least 0"))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    private static List<ColumnSchema> columns(Section columns, List<String> environments) {
        List<ColumnSchema> read = new ArrayList<>();
        columns.entries().forEach((name, field) -> {
            if (field.isNull()) {
                read.add(ColumnSchema.of(name, List.of()));
            } else {
                field.section("keys such as type and presence")
                        .map(section -> column(name, section, environments))
                        .ifPresent(read::add);
            }
        });
        return read;
    }

    private static ColumnSchema column(String name, Section section, List<String> environments) {
        boolean required = section.field("required").flatMap(Field::truth).orElse(true);
        List<String> in = environments(section, "in");
        List<String> notIn = environments(section, "not_in");
        section.field("not_in").ifPresent(field -> notIn.stream()
                .filter(it -> !environments.contains(it))
                .forEach(it -> field.problem(field.path() + " names '" + it
                        + "', which is not among the environments of the file; expected "
                        + (environments.isEmpty()
                                ? "a key environments that lists it"
                                : "one of " + String.join(", ", environments)))));
        Severity severity =
                section.field("severity").flatMap(SchemaReader::severity).orElse(Severity.FAIL);
        List<ColumnConstraint> constraints = new ArrayList<>();
        for (ConstraintKind kind : ConstraintKinds.all()) {
            section.field(kind.key()).flatMap(kind::read).ifPresent(constraints::add);
        }
        section.close();
        return new ColumnSchema(name, required, in, notIn, severity, constraints);
    }

    private static List<String> environments(Section section, String key) {
        return section.field(key)
                .map(it -> it.texts("the name of an environment, such as serving"))
                .orElse(List.of());
    }

    private static Optional<Severity> severity(Field field) {
        Optional<Severity> severity = field.choice(Severity.class);
        if (severity.filter(Severity.ALLOW::equals).isPresent()) {
            field.problem(field.path() + " is 'allow'; expected warn or fail; to allow something, leave its key out");
            return Optional.empty();
        }
        return severity;
    }
}
