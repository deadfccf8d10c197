package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Tells which values of a full block can be frequent, by counting the block's hashes in {@value #BUCKETS} buckets: a
 * value occurs in the block at most as often as its bucket. Those in buckets of more than a limit are to be counted one
 * by one; the others are left out, which hides at most the limit of occurrences of any one value.
 *
 * <p>Bound: the limit L is the largest number, at most {@value #HIGHEST_LIMIT}, such that at least
 * L · {@value #SHARE} values are left out; where there is none, none is left out. Each block thus adds to the offset of
 * {@link Frequencies} no more than the {@value #SHARE}th part of the values that it leaves out, as a purge does of those
 * that it takes away.
 */
final class FrequencyFilter {
    static final int BUCKETS = 1 << HyperLogLog.PRECISION;

    private static final int SHARE = Frequencies.CAPACITY / 2 + 1;
    private static final int HIGHEST_LIMIT = NumberBlock.FULL / SHARE;

    /** As wide as a block needs. */
    private final short[] counts = new short[BUCKETS];

    private final int[] candidates = new int[NumberBlock.FULL];
    private int size;
    private int limit;

    /** Sifts a block by the hashes of its values. */
    void sift(long[] hashes, int length) {
        Arrays.fill(counts, (short) 0);
        for (int i = 0; i < length; i++) {
            counts[bucket(hashes[i])]++;
        }
        for (limit = HIGHEST_LIMIT; limit > 0; limit--) {
            collect(hashes, length);
            if (length - size >= limit * SHARE) {
                return;
            }
        }
        collect(hashes, length);
    }

    private void collect(long[] hashes, int length) {
        int found = 0;
        for (int i = 0; i < length; i++) {
            candidates[found] = i;
            // The sign of the difference, since a branch on it could not be foreseen.
            found += (limit - counts[bucket(hashes[i])]) >>> (Integer.SIZE - 1);
        }
        size = found;
    }

    private static int bucket(long hash) {
        return (int) (hash >>> (Long.SIZE - HyperLogLog.PRECISION));
    }

    /** How many values are to be counted. */
    int size() {
        return size;
    }

    /** Where the values that are to be counted stand in the block, as many as {@link #size()}. */
    int[] candidates() {
        return candidates;
    }

    /** How often any value that is not to be counted occurs at most. */
    int limit() {
        return limit;
    }
}
