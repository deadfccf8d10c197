package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The counts of reference and current side by side: the frozen bins, then new categories, ±∞, NaN and null. Bins that
 * are empty on both sides are left out. Every statistic over counts is computed from this table alone, so that anyone
 * can recompute it by hand.
 */
public final class BinTable {
    private final List<Bin> bins;
    private final long referenceTotal;
    private final long currentTotal;

    private BinTable(List<BinCount> counts) {
        List<BinCount> kept = counts.stream().filter(count -> !count.isEmpty()).toList();
        long[] reference = kept.stream().mapToLong(BinCount::reference).toArray();
        long[] current = kept.stream().mapToLong(BinCount::current).toArray();
        double[] p = Smoothing.DEFAULT.shares(reference);
        double[] q = Smoothing.DEFAULT.shares(current);
        this.referenceTotal = kept.stream().mapToLong(BinCount::reference).sum();
        this.currentTotal = kept.stream().mapToLong(BinCount::current).sum();
        List<Bin> table = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            BinCount bin = kept.get(i);
            table.add(new Bin(
                    bin.label(),
                    bin.kind(),
                    bin.reference(),
                    bin.current(),
                    share(bin.reference(), referenceTotal),
                    share(bin.current(), currentTotal),
                    PopulationStabilityIndex.summand(p[i], q[i])));
        }
        this.bins = List.copyOf(table);
    }

    /**
     * The table of two profiles of one column, or none where the column has no frozen bins (and is not boolean).
     *
     * @throws IllegalArgumentException if the kinds or the ids of the binnings differ
     */
    public static Optional<BinTable> of(ColumnProfile reference, ColumnProfile current) {
        return BinCount.of(reference, current).map(BinTable::new);
    }

    /**
     * A table of plain counts.
     *
     * @throws IllegalArgumentException if the lengths differ or a count is negative
     */
    public static BinTable ofCounts(List<String> labels, long[] reference, long[] current) {
        if (labels.size() != reference.length || labels.size() != current.length) {
            throw new IllegalArgumentException("each label has one count on either side, but got " + labels.size()
                    + " labels, " + reference.length + " and " + current.length + " counts");
        }
        List<BinCount> counts = new ArrayList<>();
        for (int i = 0; i < reference.length; i++) {
            counts.add(new BinCount(labels.get(i), BinKind.VALUE, reference[i], current[i]));
        }
        return new BinTable(counts);
    }

    /** The bins, in the order of the binning. */
    public List<Bin> bins() {
        return bins;
    }

    /** Rows of the reference in the table. */
    public long referenceTotal() {
        return referenceTotal;
    }

    /** Current rows in the table. */
    public long currentTotal() {
        return currentTotal;
    }

    /** The same table over present values only; shares are of those. */
    public BinTable withoutNulls() {
        return keeping(bin -> bin.kind() != BinKind.NULL);
    }

    long[] referenceCounts() {
        return counts(Bin::reference);
    }

    long[] currentCounts() {
        return counts(Bin::current);
    }

    double[] referenceShares() {
        return Smoothing.none().shares(referenceCounts());
    }

    double[] currentShares() {
        return Smoothing.none().shares(currentCounts());
    }

    private long[] counts(ToLongFunction<Bin> side) {
        return bins.stream().mapToLong(side).toArray();
    }

    private BinTable keeping(Predicate<Bin> condition) {
        return new BinTable(bins.stream()
                .filter(condition)
                .map(bin -> new BinCount(bin.label(), bin.kind(), bin.reference(), bin.current()))
                .toList());
    }

    private static double share(long count, long total) {
        return total == 0 ? 0 : (double) count / total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinTable that && bins.equals(that.bins);
    }

    @Override
    public int hashCode() {
        return bins.hashCode();
    }

    @Override
    public String toString() {
        return "BinTable" + bins;
    }
}
