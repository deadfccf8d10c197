package io.lakewarden.profile;

import java.util.Arrays;

/**
 * What the counters of frequent values share: the algorithm of J. Misra and D. Gries, "Finding repeated elements"
 * (1982), purged in bulk. Up to {@value #CAPACITY} distinct values are counted exactly. When one more arrives, the
 * {@value #CAPACITY}/2 + 1st largest counter is subtracted from all, those that reach 0 are dropped, and the amount is
 * added to an offset.
 *
 * <p>Bound, guaranteed: a value's true count is at least its counter and at most its counter plus the offset; a value
 * that is not kept occurs at most offset times. Every purge takes its amount away from more than {@value #CAPACITY}/2
 * counters, hence offset ≤ n / ({@value #CAPACITY}/2 + 1), less than 0.2 % of the values.
 *
 * <p>Long streams of numbers are sifted first, see {@link FrequencyFilter}: values that cannot be frequent in their block
 * are left out, and the offset grows by as often as any of them can occur, at most the {@value #CAPACITY}/2 + 1st part of
 * the values left out. What is left out and what is purged are different occurrences, so the bound stays as it is.
 *
 * <p>Merge law (P. Agarwal and others, "Mergeable summaries", 2012): counters and offsets add up, then one purge if
 * there are too many. While the counts are exact the merge is exact, commutative and associative, and whether they still
 * are depends on the set of values alone; beyond, the bound holds for the whole. The empty counter is the identity.
 */
final class Frequencies {
    static final int CAPACITY = 1024;

    /** Counts below are told apart without sorting: most counters are small when there is no more room. */
    private static final int SMALL = 128;

    private Frequencies() {}

    /** What a purge subtracts, so that at most half of the capacity is left; the order of the counts may change. */
    static long amountToRemove(long[] counts) {
        int[] small = new int[SMALL];
        int larger = 0;
        for (long count : counts) {
            if (count < SMALL) {
                small[(int) count]++;
            } else {
                larger++;
            }
        }
        if (larger > CAPACITY / 2) {
            Arrays.sort(counts);
            return counts[counts.length - 1 - CAPACITY / 2];
        }
        int amount = SMALL;
        while (larger <= CAPACITY / 2) {
            larger += small[--amount];
        }
        return amount;
    }
}
