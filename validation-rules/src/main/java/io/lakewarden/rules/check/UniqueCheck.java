package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.when;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Values, or tuples of them, occur once. */
record UniqueCheck(List<String> columns, Optional<String> keepFirstBy, Bounds bounds) implements RuleCheck {
    static final RuleKey<String> KEEP = RuleKey.optional(
            "keep_first_by",
            "the column whose least value says which of equal rows is kept when rows are quarantined (default: none is)",
            Keys.TEXT,
            (field, expected) -> field.text(expected));
    static final RuleType TYPE = RuleType.of(
            "unique",
            "Each value of a column, or of several together, occurs once. Rows without one of the values are left out.",
            List.of(Keys.COLUMNS, KEEP, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<List<String>> columns = Keys.COLUMNS.in(rule);
                Optional<String> keep = KEEP.in(rule);
                Bounds bounds = Keys.share(rule);
                return columns.map(it -> new UniqueCheck(it, keep, bounds));
            });

    UniqueCheck {
        columns = List.copyOf(columns);
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
        Column complete = scope.rowsWith(values).orElseThrow();
        List<Column> tuple = values.stream().map(value -> when(complete, value)).toList();
        Optional<Column> keep = keepFirstBy.map(path -> scope.column(path).column());
        RulePart part =
                RulePart.share(new Measure.Uniqueness(tuple, keep), bounds, Texts.tuple(columns) + " occurs once");
        return List.of(columns.size() == 1 ? part.knownBy(Profiled.column(columns.get(0), UniqueCheck::known)) : part);
    }

    private static Optional<KnownValue> known(ColumnProfile column) {
        return Profiled.counts(column)
                .flatMap(counts -> KnownValue.share(
                        counts.stream().filter(count -> count == 1).count(), column.present()));
    }
}
