package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns name each row. */
record PrimaryKeyCheck(List<String> columns, Optional<String> keepFirstBy) implements RuleCheck {
    private static final Bounds ALL = Bounds.atLeast(1);
    static final RuleType TYPE = RuleType.of(
            "primary_key",
            "Columns name each row: all of them have a value, and no two rows have the same values.",
            List.of(Keys.COLUMNS, UniqueCheck.KEEP),
            rule -> {
                Optional<List<String>> columns = Keys.COLUMNS.in(rule);
                Optional<String> keep = UniqueCheck.KEEP.in(rule);
                return columns.map(it -> new PrimaryKeyCheck(it, keep));
            });

    PrimaryKeyCheck {
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
        List<RulePart> parts = new ArrayList<>();
        columns.forEach(column -> parts.addAll(new CompleteCheck(column, ALL).parts(scope)));
        parts.addAll(new UniqueCheck(columns, keepFirstBy, ALL).parts(scope));
        return parts;
    }
}
