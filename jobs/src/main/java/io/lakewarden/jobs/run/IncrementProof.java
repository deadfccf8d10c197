package io.lakewarden.jobs.run;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a profile that was put together from parts against one that was made in a single scan of the same rows. They are
 * the same where everything exact is equal, moments and sums are within 1e-12 of the column's scale, and what sketches
 * say is within the bounds of both.
 */
final class IncrementProof {
    private static final double TOLERANCE = 1e-12;

    /** What is computed in floating point; its last digits depend on the order of the values. */
    private static final Set<String> ROUNDED =
            Set.of("sum", "avg", "stddev", "stddev_pop", "skewness", "kurtosis", "avg_size", "avg_length");

    private final List<String> differences = new ArrayList<>();
    private int exact;
    private int rounded;
    private int bounded;
    private int slices;

    private IncrementProof() {}

    /** Compares all there is to compare, of all rows and of each slice. */
    static IncrementProof of(SlicedProfile merged, SlicedProfile scanned) {
        IncrementProof proof = new IncrementProof();
        proof.requireEqual("the slices", merged.sliceNames(), scanned.sliceNames());
        if (proof.differences.isEmpty()) {
            proof.compare("", merged.whole(), scanned.whole());
            for (DatasetProfile slice : scanned.slices()) {
                proof.slices++;
                proof.compare(
                        "slice " + slice.slice() + ", ",
                        merged.slice(slice.slice()).orElseThrow(),
                        slice);
            }
            proof.requireEqual("the counts of clusters", merged.clusters(), scanned.clusters());
        }
        return proof;
    }

    private void compare(String slice, DatasetProfile merged, DatasetProfile scanned) {
        int before = differences.size();
        requireEqual(slice + "the columns", merged.specs(), scanned.specs());
        requireEqual(slice + "the number of rows", merged.rows(), scanned.rows());
        if (differences.size() == before) {
            scanned.columns()
                    .forEach((name, column) -> compare(slice, merged.columns().get(name), column));
        }
    }

    /** What differs first; empty where the two are the same. */
    Optional<String> difference() {
        return differences.stream()
                .findFirst()
                .map(first -> differences.size() == 1
                        ? first
                        : first + " (and " + (differences.size() - 1) + " more differ)");
    }

    /** What was compared. */
    String sentence() {
        return "held against a full scan"
                + (slices == 0 ? "" : ", " + slices + (slices == 1 ? " slice" : " slices") + " too") + ": " + exact
                + " exact figures equal, " + rounded + " moments and sums within "
                + TOLERANCE + ", " + bounded + " approximate figures within their bounds";
    }

    private void compare(String slice, ColumnProfile merged, ColumnProfile scanned) {
        String column = slice + "column '" + scanned.name() + "', ";
        Map<String, MetricValue> others = merged.metrics();
        double scale = spread(scanned);
        scanned.metrics().forEach((name, value) -> compare(column + name, name, others.get(name), value, scale));
        if (scanned.bins().isPresent()) {
            compareBins(column, merged.bins().orElseThrow(), scanned.bins().get(), scale);
        }
        if (merged instanceof NumericProfile left && scanned instanceof NumericProfile right) {
            compareRanks(column, left.ecdf(), right.ecdf());
        } else if (merged instanceof TemporalProfile left && scanned instanceof TemporalProfile right) {
            compareRanks(column, left.ecdf(), right.ecdf());
        }
    }

    private void compare(String what, String name, MetricValue merged, MetricValue scanned, double spread) {
        if (!(merged instanceof Known left) || !(scanned instanceof Known right)) {
            requireEqual(what, merged, scanned);
        } else if (ROUNDED.contains(name)) {
            requireClose(what, left.value(), right.value(), scale(name, spread));
        } else if (left.exact() && right.exact()) {
            requireEqual(what, left.value(), right.value());
        } else {
            bounded++;
            if (left.lower() > right.upper() || right.lower() > left.upper()) {
                differ(what, left, right);
            }
        }
    }

    /** A mean near 0 is as exact as the values are wide; a skewness near 0 as exact as 1. */
    private static double scale(String name, double spread) {
        return name.equals("skewness") || name.equals("kurtosis") ? 1 : spread;
    }

    private static double spread(ColumnProfile column) {
        return column instanceof NumericProfile numeric
                ? numeric.standardDeviation().number().orElse(0)
                : 0;
    }

    private void compareBins(String column, BinCounts merged, BinCounts scanned, double spread) {
        for (int bin = 0; bin < scanned.binning().size(); bin++) {
            String what = column + "bin " + scanned.binning().label(bin);
            requireEqual(what, merged.count(bin), scanned.count(bin));
            if (scanned.binning() instanceof NumericBinning) {
                requireClose(what + ", sum", merged.sum(bin), scanned.sum(bin), spread * scanned.count(bin));
            }
        }
    }

    private void compareRanks(String column, Ecdf merged, Ecdf scanned) {
        requireEqual(column + "values", merged.count(), scanned.count());
        double bound = merged.rankError() + scanned.rankError() + TOLERANCE;
        for (double value : scanned.values()) {
            bounded++;
            if (Math.abs(merged.at(value) - scanned.at(value)) > bound) {
                differ(column + "rank of " + value, merged.at(value), scanned.at(value));
                return;
            }
        }
    }

    private void requireEqual(String what, Object merged, Object scanned) {
        exact++;
        if (!merged.equals(scanned)) {
            differ(what, merged, scanned);
        }
    }

    private void requireClose(String what, double merged, double scanned, double scale) {
        rounded++;
        double largest = Math.max(scale, Math.max(Math.abs(merged), Math.abs(scanned)));
        if (Double.compare(merged, scanned) != 0 && !(Math.abs(merged - scanned) <= TOLERANCE * largest)) {
            differ(what, merged, scanned);
        }
    }

    private void differ(String what, Object merged, Object scanned) {
        differences.add(what + ": " + merged + " by the increment, " + scanned + " by the full scan");
    }
}
