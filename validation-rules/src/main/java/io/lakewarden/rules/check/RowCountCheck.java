package io.lakewarden.rules.check;

import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import java.util.List;

/** There are neither too few nor too many rows. */
record RowCountCheck(Bounds bounds) implements RuleCheck {
    static final RuleType TYPE = RuleType.of(
            "row_count",
            "There are from at_least to at_most rows; no rows are a count too.",
            List.of(Keys.AT_LEAST, Keys.AT_MOST),
            rule -> Keys.bounds(rule).map(RowCountCheck::new));

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public String column() {
        return Finding.TABLE;
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(RulePart.number(new Measure.RowCount(scope.rows()), bounds, "the number of rows")
                .knownBy(profile -> KnownValue.of(MetricValue.exactly((double) profile.rows()))));
    }
}
