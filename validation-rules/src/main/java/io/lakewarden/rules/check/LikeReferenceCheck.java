package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.ColumnMetric;
import io.lakewarden.yaml.EnumNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A number about one column is about what it is in the reference. */
record LikeReferenceCheck(String column, ColumnMetric metric, double within) implements RuleCheck {
    private static final RuleKey<ColumnMetric> METRIC = RuleKey.required(
            "metric",
            "which number",
            "\"enum\": ["
                    + Arrays.stream(ColumnMetric.values())
                            .map(metric -> "\"" + EnumNames.of(metric) + "\"")
                            .collect(Collectors.joining(", "))
                    + "]",
            (field, expected) -> field.choice(ColumnMetric.class));
    private static final RuleKey<Double> WITHIN = RuleKey.required(
            "within",
            "the share of the reference's number by which it may differ: 0.1 is ten percent",
            "\"type\": \"number\", \"minimum\": 0",
            (field, expected) -> field.number(0, Double.MAX_VALUE, expected));
    static final RuleType TYPE = RuleType.of(
            "like_reference",
            "A number about a column differs from the reference's by no more than a share of that.",
            List.of(Keys.COLUMN, METRIC, WITHIN),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<ColumnMetric> metric = METRIC.in(rule);
                Optional<Double> within = WITHIN.in(rule);
                return column.flatMap(
                        it -> metric.flatMap(which -> within.map(share -> new LikeReferenceCheck(it, which, share))));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        double before = MetricCheck.known(metric, column)
                .apply(scope.reference())
                .orElseThrow(() -> new RuleException(
                        "the reference does not know the " + metric.title() + " of '" + column + "' exactly"))
                .value()
                .value();
        double margin = within * Math.abs(before);
        return List.of(MetricCheck.part(scope, metric, column, new Bounds(before - margin, before + margin)));
    }
}
