package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.Measure;
import java.util.List;
import java.util.Optional;

/** Two columns go together as much as they should. */
record CorrelationCheck(String column, String with, Bounds bounds) implements RuleCheck {
    private static final RuleKey<String> WITH = Keys.column("with", "the path of the other column");
    static final RuleType TYPE = RuleType.of(
            "correlation",
            "Pearson's correlation of two columns of numbers is from at_least to at_most.",
            List.of(Keys.COLUMN, WITH, Keys.AT_LEAST, Keys.AT_MOST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<String> with = WITH.in(rule);
                Optional<Bounds> bounds = Keys.bounds(rule);
                return column.flatMap(
                        it -> with.flatMap(other -> bounds.map(ends -> new CorrelationCheck(it, other, ends))));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(RulePart.number(
                new Measure.Correlation(scope.inScope(scope.number(column)), scope.inScope(scope.number(with))),
                bounds,
                "the correlation of '" + column + "' and '" + with + "'"));
    }
}
