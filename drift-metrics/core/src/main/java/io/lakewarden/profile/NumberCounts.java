package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Map;

/** Counts of special kinds of numbers; they add up exactly. */
record NumberCounts(
        long nans, long positiveInfinities, long negativeInfinities, long zeros, long negatives, long integers) {
    NumberCounts plus(NumberCounts other) {
        return new NumberCounts(
                nans + other.nans,
                positiveInfinities + other.positiveInfinities,
                negativeInfinities + other.negativeInfinities,
                zeros + other.zeros,
                negatives + other.negatives,
                integers + other.integers);
    }

    long notFinite() {
        return nans + positiveInfinities + negativeInfinities;
    }

    void describe(Map<String, MetricValue> metrics, long finite) {
        metrics.put("num_nan", MetricValue.exactly((double) nans));
        metrics.put("num_positive_infinity", MetricValue.exactly((double) positiveInfinities));
        metrics.put("num_negative_infinity", MetricValue.exactly((double) negativeInfinities));
        metrics.put("num_zeros", MetricValue.exactly((double) zeros));
        metrics.put("num_negatives", MetricValue.exactly((double) negatives));
        metrics.put("integer_share", Cells.share(integers, finite));
    }

    void writeTo(StateWriter out) {
        out.count(nans);
        out.count(positiveInfinities);
        out.count(negativeInfinities);
        out.count(zeros);
        out.count(negatives);
        out.count(integers);
    }

    static NumberCounts read(StateReader in) {
        return new NumberCounts(in.count(), in.count(), in.count(), in.count(), in.count(), in.count());
    }
}
