package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The counts of one column in blocks of clusters, and the test of each statistic over its own cells of them. */
final class ClusterTables {
    /** −∞, +∞ and NaN, behind the bins of numbers. */
    private static final int NOT_FINITE = 3;

    private static final int LEFT_OUT = -1;

    private final ColumnProfile reference;
    private final ColumnProfile current;
    private final Optional<ClusterCounts> was;
    private final Optional<ClusterCounts> is;
    private final Map<String, ClusteredTest> known = new HashMap<>();

    ClusterTables(
            ColumnProfile reference, ColumnProfile current, Optional<ClusterCounts> was, Optional<ClusterCounts> is) {
        this.reference = reference;
        this.current = current;
        this.was = was;
        this.is = is;
    }

    /** The test that belongs to a statistic: over two cells for a share, over all bins but null otherwise. */
    ClusteredTest test(String statistic) {
        return known.computeIfAbsent(
                DefaultThresholds.SHARES.contains(statistic) ? statistic : ChiSquaredTest.NAME, this::measured);
    }

    private ClusteredTest measured(String statistic) {
        if (was.isEmpty() || is.isEmpty()) {
            return ClusteredTest.unknown("one side was not counted by its clusters");
        }
        if (was.get().cells() != is.get().cells()
                || was.get().blocks() != is.get().blocks()) {
            return ClusteredTest.unknown("both sides were counted in different bins");
        }
        int last = was.get().cells() - 1;
        if (statistic.equals(PercentNullDelta.NAME)) {
            return test(cell -> cell == last ? 1 : 0, 2);
        }
        if (reference.bins().isEmpty() && reference.kind() != ColumnKind.BOOLEAN) {
            return statistic.equals(PercentNonFiniteDelta.NAME)
                    ? test(cell -> cell == last ? LEFT_OUT : Math.min(cell, 1), 2)
                    : ClusteredTest.unknown("the column has no bins in which its clusters are counted");
        }
        return reference.bins().isEmpty()
                ? test(cell -> cell == last ? LEFT_OUT : cell, last)
                : binned(statistic, reference.bins().get(), last);
    }

    private ClusteredTest binned(String statistic, BinCounts bins, int last) {
        int size = bins.binning().size();
        return switch (statistic) {
            case PercentNonFiniteDelta.NAME -> test(cell -> cell == last ? LEFT_OUT : cell < size ? 0 : 1, 2);
            case OutOfRangeShare.NAME ->
                test(cell -> cell >= size ? LEFT_OUT : cell == 0 || cell == size - 1 ? 1 : 0, 2);
            case NewCategoryShare.NAME -> {
                int elsewhere = ((CategoricalBinning) bins.binning()).elsewhere();
                yield test(cell -> cell == last ? LEFT_OUT : cell == elsewhere ? 1 : 0, 2);
            }
            default -> {
                if (!(bins.binning() instanceof NumericBinning numeric)) {
                    yield test(cell -> cell == last ? LEFT_OUT : cell, last);
                }
                OuterBins outer = OuterBins.of(numeric, bins);
                yield test(
                        cell -> cell == last ? LEFT_OUT : cell < size ? outer.place(cell) : outer.size() + cell - size,
                        outer.size() + NOT_FINITE);
            }
        };
    }

    private ClusteredTest test(IntUnaryOperator place, int size) {
        return ClusteredTest.of(
                DesignEffect.of(table(was.orElseThrow(), place, size), table(is.orElseThrow(), place, size)),
                row(reference, place, size),
                row(current, place, size));
    }

    private static long[] row(ColumnProfile column, IntUnaryOperator place, int size) {
        return table(ClusterCounts.of(List.of(column)), place, size)[0];
    }

    private static long[][] table(ClusterCounts counts, IntUnaryOperator place, int size) {
        long[][] table = new long[counts.blocks()][size];
        for (int block = 0; block < table.length; block++) {
            for (int cell = 0; cell < counts.cells(); cell++) {
                int placed = place.applyAsInt(cell);
                if (placed != LEFT_OUT) {
                    table[block][placed] += counts.count(block, cell);
                }
            }
        }
        return table;
    }
}
