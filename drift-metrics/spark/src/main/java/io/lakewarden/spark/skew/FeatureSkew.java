package io.lakewarden.spark.skew;

import io.lakewarden.drift.WilsonInterval;
import io.lakewarden.result.MetricValue;
import java.util.Objects;
import java.util.Optional;

/**
 * How often two sources tell different values of one column for the same key.
 *
 * @param column its path
 * @param joined pairs of rows
 * @param missingThere pairs of which only the watched row has a value
 * @param missingHere pairs of which only the row of the other source has one
 * @param different pairs of two different values
 * @param example one of the pairs that do not match; absent where all do
 */
public record FeatureSkew(
        String column,
        long joined,
        long missingThere,
        long missingHere,
        long different,
        Optional<SkewExample> example) {
    private static final String NO_PAIRS = "no rows were joined";

    public FeatureSkew {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(example, "example");
    }

    /** Pairs that do not match: a value and none do not, two missing values do. */
    public long mismatches() {
        return missingThere + missingHere + different;
    }

    /** Their share of all pairs, with Wilson's interval at 95 %. */
    public MetricValue mismatchRate() {
        return rate(mismatches());
    }

    /** The share of pairs with a value here and none there. */
    public MetricValue missingThereRate() {
        return rate(missingThere);
    }

    /** The share of pairs with a value there and none here. */
    public MetricValue missingHereRate() {
        return rate(missingHere);
    }

    private MetricValue rate(long pairs) {
        return joined == 0 ? MetricValue.unknown(NO_PAIRS) : WilsonInterval.of(pairs, joined);
    }
}
