package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import java.util.List;
import java.util.Optional;

/** A quantile of a column lies within bounds. */
record QuantileCheck(String column, double share, Bounds bounds) implements RuleCheck {
    private static final RuleKey<Double> SHARE = RuleKey.required(
            "quantile",
            "which quantile, from 0 to 1: 0.5 is the median",
            Keys.SHARE,
            (field, expected) -> field.number(0, 1, expected));
    static final RuleType TYPE = RuleType.of(
            "quantile",
            "A quantile of a column of numbers, interpolated between neighbours, is from at_least to at_most.",
            List.of(Keys.COLUMN, SHARE, Keys.AT_LEAST, Keys.AT_MOST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<Double> share = SHARE.in(rule);
                Optional<Bounds> bounds = Keys.bounds(rule);
                return column.flatMap(
                        it -> share.flatMap(quantile -> bounds.map(ends -> new QuantileCheck(it, quantile, ends))));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(RulePart.number(
                        new Measure.Quantile(share, scope.inScope(scope.number(column))),
                        bounds,
                        "the " + Texts.number(share) + "-quantile of '" + column + "'")
                .knownBy(Profiled.numbers(column, numbers -> KnownValue.of(numbers.quantile(share)))));
    }
}
