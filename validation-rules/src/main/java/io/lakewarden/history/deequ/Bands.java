package io.lakewarden.history.deequ;

import io.lakewarden.history.ExpectedBand;
import io.lakewarden.history.HistoryStrategy.AbsoluteChange;
import io.lakewarden.history.HistoryStrategy.BatchNormal;
import io.lakewarden.history.HistoryStrategy.OnlineNormal;
import io.lakewarden.history.HistoryStrategy.RelativeChange;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The bands that Deequ's formulas leave, in closed form. */
final class Bands {
    private Bands() {}

    static ExpectedBand open(OptionalDouble low, OptionalDouble high) {
        return band(low.orElse(Double.NEGATIVE_INFINITY), high.orElse(Double.POSITIVE_INFINITY));
    }

    /** The change of order k is x less what the k values before let expect: Σ (−1)ʲ⁺¹ C(k, j) x₋ⱼ over j from 1 to k. */
    static ExpectedBand of(AbsoluteChange change, List<Double> earlier) {
        double expected = 0;
        double coefficient = 1;
        for (int j = 1; j <= change.order(); j++) {
            coefficient *= -(double) (change.order() - j + 1) / j;
            expected -= coefficient * earlier.get(earlier.size() - j);
        }
        return band(
                expected - change.maxDecrease().orElse(Double.POSITIVE_INFINITY),
                expected + change.maxIncrease().orElse(Double.POSITIVE_INFINITY));
    }

    /** The ratio to a negative value turns around what is more and less; after 0 every other value is infinitely far. */
    static ExpectedBand of(RelativeChange change, List<Double> earlier) {
        double before = earlier.get(earlier.size() - change.order());
        double least = leastRatio(change).orElse(Double.NEGATIVE_INFINITY);
        double greatest = greatestRatio(change).orElse(Double.POSITIVE_INFINITY);
        if (before == 0) {
            return band(
                    change.maxDecrease().isPresent() ? 0 : Double.NEGATIVE_INFINITY,
                    change.maxIncrease().isPresent() ? 0 : Double.POSITIVE_INFINITY);
        }
        return before > 0 ? band(least * before, greatest * before) : band(greatest * before, least * before);
    }

    static OptionalDouble leastRatio(RelativeChange change) {
        return change.maxDecrease().isPresent()
                ? OptionalDouble.of(1 - change.maxDecrease().getAsDouble())
                : OptionalDouble.empty();
    }

    static OptionalDouble greatestRatio(RelativeChange change) {
        return change.maxIncrease().isPresent()
                ? OptionalDouble.of(1 + change.maxIncrease().getAsDouble())
                : OptionalDouble.empty();
    }

    static OptionalDouble negative(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(-value.getAsDouble()) : value;
    }

    static ExpectedBand of(BatchNormal normal, List<Double> earlier) {
        double deviation = sampleDeviation(earlier);
        double mean = mean(earlier);
        return band(mean - width(normal.lower(), deviation), mean + width(normal.upper(), deviation));
    }

    /**
     * With x, mean and variance become m + d/(n+1) and (S + d²n/(n+1))/(n+1), where d = x − m. So x is k deviations out where
     * d² > k²·S·(n+1) / (n·(n − k²)), and never where n ≤ k².
     */
    static ExpectedBand of(OnlineNormal normal, OnlineState state) {
        return band(state.mean() - reach(normal.lower(), state), state.mean() + reach(normal.upper(), state));
    }

    private static double reach(OptionalDouble deviations, OnlineState state) {
        double n = state.passed();
        double k = deviations.orElse(Double.POSITIVE_INFINITY);
        return n <= k * k ? Double.POSITIVE_INFINITY : k * Math.sqrt(state.squares() * (n + 1) / (n * (n - k * k)));
    }

    private static double width(OptionalDouble deviations, double deviation) {
        return deviations.isPresent() ? deviations.getAsDouble() * deviation : Double.POSITIVE_INFINITY;
    }

    /** Adds up as Deequ's own does, so that equal values have themselves as their mean. */
    static double mean(List<Double> values) {
        double mean = 0;
        for (int i = 0; i < values.size(); i++) {
            mean += (values.get(i) - mean) / (i + 1);
        }
        return mean;
    }

    static double sampleDeviation(List<Double> values) {
        double mean = mean(values);
        double squares = values.stream()
                .flatMapToDouble(value -> DoubleStream.of((value - mean) * (value - mean)))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    static ExpectedBand band(double low, double high) {
        if (Double.isNaN(low)
                || Double.isNaN(high)
                || low == Double.POSITIVE_INFINITY
                || high == Double.NEGATIVE_INFINITY) {
            throw new ArithmeticException("they are too large");
        }
        return new ExpectedBand(low, high);
    }
}
