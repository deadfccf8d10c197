package io.lakewarden.schema;

import io.lakewarden.schema.constraint.ColumnConstraint;
import io.lakewarden.schema.constraint.SchemaValue;
import io.lakewarden.yaml.EnumNames;
import io.lakewarden.yaml.YamlScalar;
import java.util.Optional;

/** Writes a schema file, always in the same order, which {@link SchemaReader} reads to the same schema. */
public final class SchemaText {
    private static final int STEP = 2;

    private final SchemaComments comments;
    private final StringBuilder text = new StringBuilder();

    private SchemaText(SchemaComments comments) {
        this.comments = comments;
    }

    /** The file. */
    public static String of(TableSchema schema, SchemaComments comments) {
        SchemaText text = new SchemaText(comments);
        text.write(schema);
        return text.text.toString();
    }

    /** One column as the file has it. */
    static String of(ColumnSchema column, SchemaComments comments, int indent) {
        SchemaText text = new SchemaText(comments);
        text.write(column, indent);
        return text.text.toString();
    }

    private void write(TableSchema schema) {
        comments.header().forEach(sentence -> comment(sentence, 0));
        if (!schema.rows().equals(RowsExpectation.NONE)) {
            entry("rows", schema.rows().value(), comments.rows(), 0);
        }
        if (schema.newColumns() != Severity.WARN) {
            entry("new_columns", new SchemaValue.Scalar(EnumNames.of(schema.newColumns())), Optional.empty(), 0);
        }
        if (!schema.environments().isEmpty()) {
            inline("environments", SchemaValue.texts(schema.environments()), 0);
        }
        if (schema.columns().isEmpty()) {
            line("columns: {}", Optional.empty(), 0);
            return;
        }
        line("columns:", Optional.empty(), 0);
        schema.columns().forEach(column -> write(column, STEP));
    }

    private void write(ColumnSchema column, int indent) {
        comments.of(column.name()).forEach(sentence -> comment(sentence, indent));
        int start = text.length();
        line(YamlScalar.of(column.name()) + ":", Optional.empty(), indent);
        int header = text.length();
        int inside = indent + STEP;
        if (!column.required()) {
            entry("required", SchemaValue.truth(false), Optional.empty(), inside);
        }
        if (!column.in().isEmpty()) {
            inline("in", SchemaValue.texts(column.in()), inside);
        }
        if (!column.notIn().isEmpty()) {
            inline("not_in", SchemaValue.texts(column.notIn()), inside);
        }
        if (column.severity() != Severity.FAIL) {
            entry("severity", new SchemaValue.Scalar(EnumNames.of(column.severity())), Optional.empty(), inside);
        }
        for (ColumnConstraint constraint : column.constraints()) {
            entry(constraint.key(), constraint.value(), comments.of(column.name(), constraint.key()), inside);
        }
        if (text.length() == header) {
            text.setLength(start);
            line(YamlScalar.of(column.name()) + ": {}", Optional.empty(), indent);
        }
    }

    private void inline(String key, SchemaValue value, int indent) {
        line(key + ": " + value.flow(), Optional.empty(), indent);
    }

    private void entry(String key, SchemaValue value, Optional<String> comment, int indent) {
        boolean items = value instanceof SchemaValue.Items list && !list.items().isEmpty();
        if ((items && !key.equals("type")) || (value instanceof SchemaValue.Keys keys && keys.holdsItems())) {
            line(key + ":", comment, indent);
            lines(value, indent + STEP);
        } else {
            line(key + ": " + value.flow(), comment, indent);
        }
    }

    private void lines(SchemaValue value, int indent) {
        if (value instanceof SchemaValue.Items list) {
            list.items().forEach(item -> line("- " + item.yaml(), Optional.empty(), indent));
        } else if (value instanceof SchemaValue.Keys keys) {
            keys.byKey().forEach((key, inner) -> entry(key, inner, Optional.empty(), indent));
        }
    }

    private void line(String content, Optional<String> comment, int indent) {
        text.append(" ".repeat(indent)).append(content);
        comment.filter(it -> !it.isEmpty()).ifPresent(it -> text.append("  # ").append(YamlScalar.inComment(it)));
        text.append('\n');
    }

    private void comment(String sentence, int indent) {
        line("# " + YamlScalar.inComment(sentence), Optional.empty(), indent);
    }
}
