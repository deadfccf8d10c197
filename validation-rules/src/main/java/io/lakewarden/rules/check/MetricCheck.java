package io.lakewarden.rules.check;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.ColumnMetric;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import io.lakewarden.yaml.EnumNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;

/** A number about one column lies within bounds. */
record MetricCheck(ColumnMetric metric, String column, Bounds bounds) implements RuleCheck {
    /** Each metric is a type of rule. */
    static RuleType type(ColumnMetric metric) {
        return RuleType.of(
                EnumNames.of(metric),
                "The " + metric.title() + " of a column" + (metric.numeric() ? " of numbers" : "")
                        + " is from at_least to at_most.",
                List.of(Keys.COLUMN, Keys.AT_LEAST, Keys.AT_MOST),
                rule -> {
                    Optional<String> column = Keys.COLUMN.in(rule);
                    Optional<Bounds> bounds = Keys.bounds(rule);
                    return column.flatMap(it -> bounds.map(ends -> new MetricCheck(metric, it, ends)));
                });
    }

    @Override
    public String type() {
        return EnumNames.of(metric);
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        return List.of(part(scope, metric, column, bounds));
    }

    /** The number of a column, held against bounds. */
    static RulePart part(RuleScope scope, ColumnMetric metric, String column, Bounds bounds) {
        Column value =
                metric.numeric() ? scope.number(column) : scope.column(column).column();
        return RulePart.number(
                        new Measure.OfColumn(metric, scope.inScope(value)),
                        bounds,
                        "the " + metric.title() + " of '" + column + "'")
                .knownBy(known(metric, column));
    }

    /** What a profile knows exactly of it. */
    static Function<DatasetProfile, Optional<KnownValue>> known(ColumnMetric metric, String column) {
        return switch (metric) {
            case SUM -> Profiled.numbers(column, it -> KnownValue.exactly(it.sum()));
            case MEAN -> Profiled.numbers(column, it -> KnownValue.exactly(it.mean()));
            case STANDARD_DEVIATION ->
                Profiled.numbers(column, it -> KnownValue.exactly(it.populationStandardDeviation()));
            case MINIMUM -> Profiled.numbers(column, it -> KnownValue.exactly(it.minimum()));
            case MAXIMUM -> Profiled.numbers(column, it -> KnownValue.exactly(it.maximum()));
            case ENTROPY -> counted(column, MetricCheck::entropy);
            case DISTINCT_COUNT -> counted(column, counts -> (double) counts.size());
            case DISTINCT_RATIO -> counted(column, counts -> (double) counts.size() / total(counts));
        };
    }

    private static Function<DatasetProfile, Optional<KnownValue>> counted(
            String path, ToDoubleFunction<Collection<Long>> metric) {
        return Profiled.column(path, column -> Profiled.counts(column)
                .flatMap(counts -> KnownValue.of(MetricValue.exactly(metric.applyAsDouble(counts)))));
    }

    private static double entropy(Collection<Long> counts) {
        double total = total(counts);
        return counts.stream()
                .mapToDouble(count -> -count / total * Math.log(count / total))
                .sum();
    }

    private static double total(Collection<Long> counts) {
        return counts.stream().mapToDouble(Long::doubleValue).sum();
    }
}
