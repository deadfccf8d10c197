package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import java.util.List;

/** Rows have a value. */
record CompleteCheck(String column, Bounds bounds) implements RuleCheck {
    static final RuleType TYPE = RuleType.of(
            "complete",
            "The column has a value in the rows: it is not null.",
            List.of(Keys.COLUMN, Keys.SHARE_AT_LEAST),
            rule -> Keys.COLUMN.in(rule).map(column -> new CompleteCheck(column, Keys.share(rule))));

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(RulePart.share(
                        new Measure.Completeness(scope.column(column).column(), scope.rows()),
                        bounds,
                        "'" + column + "' has a value")
                .knownBy(Profiled.column(column, profile -> KnownValue.share(profile.present(), profile.count()))));
    }
}
