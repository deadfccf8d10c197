package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.yaml.Field;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Values exist in another table. */
record ExistsInCheck(List<String> columns, OtherTable other, Bounds bounds) implements RuleCheck {
    private static final List<String> FORMATS = List.of("delta", "parquet");
    private static final RuleKey<List<String>> THEIRS = Keys.columns("columns", "their columns, in the order of ours");
    private static final RuleKey<OtherTable> IN = RuleKey.required(
            "in",
            "the other table: path, format and columns",
            "\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"path\", \"format\", \"columns\"],"
                    + " \"properties\": {\"path\": {" + Keys.TEXT + "}, \"format\": {\"enum\": [\""
                    + String.join("\", \"", FORMATS) + "\"]}, \"columns\": {" + Keys.TEXTS + "}}",
            ExistsInCheck::table);
    static final RuleType TYPE = RuleType.of(
            "exists_in",
            "Values of a column, or of several together, exist in another table. Rows without one of them are left out.",
            List.of(Keys.COLUMNS, IN, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<List<String>> columns = Keys.COLUMNS.in(rule);
                Optional<OtherTable> in = IN.in(rule);
                Bounds bounds = Keys.share(rule);
                if (columns.isPresent()
                        && in.isPresent()
                        && columns.get().size() != in.get().columns().size()) {
                    rule.problem("columns are " + columns.get().size() + ", but in.columns are "
                            + in.get().columns().size() + "; expected as many");
                    return Optional.empty();
                }
                return columns.flatMap(it -> in.map(table -> new ExistsInCheck(it, table, bounds)));
            });

    ExistsInCheck {
        columns = List.copyOf(columns);
    }

    private static Optional<OtherTable> table(Field field, String expected) {
        return field.section(expected).flatMap(section -> {
            Optional<String> path =
                    section.required("path", "where the other table is").flatMap(Field::resolvedPath);
            Optional<String> format = section.required("format", "one of " + String.join(", ", FORMATS))
                    .flatMap(it -> it.parsed("one of " + String.join(", ", FORMATS), text -> {
                        if (!FORMATS.contains(text)) {
                            throw new IllegalArgumentException(
                                    "'" + text + "' is none of " + String.join(", ", FORMATS));
                        }
                        return text;
                    }));
            Optional<List<String>> theirs = THEIRS.in(section);
            section.close();
            return path.flatMap(it -> format.flatMap(stored -> theirs.map(all -> new OtherTable(it, stored, all))));
        });
    }

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public String column() {
        return Texts.subject(columns);
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        List<Column> values =
                columns.stream().map(path -> scope.column(path).column()).toList();
        return List.of(RowShare.of(
                scope, values, scope.isIn(values, other), bounds, Texts.tuple(columns) + " exists in " + other.path()));
    }
}
