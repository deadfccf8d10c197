package io.lakewarden.rules.check;

import io.lakewarden.result.Finding;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.Measure;
import java.util.List;
import java.util.Optional;

/** A number of the user's lies within bounds: one aggregate, or a number derived from several. */
record AggregateCheck(String expression, Bounds bounds) implements RuleCheck {
    private static final RuleKey<String> EXPRESSION = RuleKey.required(
            "expression",
            "a Spark SQL aggregate that is a number, such as sum(paid) / sum(owed)",
            Keys.TEXT,
            (field, expected) -> field.text(expected));
    static final RuleType TYPE = new RuleType(
            "aggregate",
            "A number of your own, made of aggregates, is from at_least to at_most. For some rows only, write"
                    + " sum(x) FILTER (WHERE ...).",
            false,
            List.of(EXPRESSION, Keys.AT_LEAST, Keys.AT_MOST),
            rule -> {
                Optional<String> expression = EXPRESSION.in(rule);
                Optional<Bounds> bounds = Keys.bounds(rule);
                return expression.flatMap(sql -> bounds.map(ends -> new AggregateCheck(sql, ends)));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public String column() {
        return Finding.TABLE;
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(RulePart.number(new Measure.Aggregate(scope.aggregate(expression)), bounds, expression));
    }
}
