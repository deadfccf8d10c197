package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Passes over texts that are not frequent, so that only the others cost a place in the table of {@link TextTally}: 2¹⁴
 * buckets by hash, each of which lets {@value #LIMIT} occurrences pass. When {@value #PERIOD} occurrences have passed, all
 * buckets start anew.
 *
 * <p>Bound: a text has one bucket, hence in each period no more of its occurrences pass than the fullest bucket let pass.
 * The sum of these over all periods is {@link #passed()}, at most {@value #LIMIT} for each {@value #PERIOD} occurrences,
 * that is 1/1542 of them, and {@value #LIMIT} for the period under way.
 */
final class RareTexts {
    static final int LIMIT = 2;
    static final int PERIOD = LIMIT * 1542;

    private static final int BUCKETS = 1 << 14;
    private static final int BITS = 2;
    private static final int MASK = (1 << BITS) - 1;
    private static final int WORD_SHIFT = 5;

    /** Two bits for each bucket. */
    private final long[] buckets = new long[BUCKETS * BITS / Long.SIZE];

    private long completed;
    private int fullest;
    private int sincePeriodBegan;

    /** Whether these occurrences pass. */
    boolean passes(long hash, long times) {
        int bucket = (int) hash & (BUCKETS - 1);
        int word = bucket >>> WORD_SHIFT;
        // the shift counts modulo 64: two bits for each of the 32 buckets in a word
        int shift = bucket * BITS;
        int before = (int) (buckets[word] >>> shift) & MASK;
        if (times > LIMIT - before) {
            return false;
        }
        buckets[word] += times << shift;
        fullest = Math.max(fullest, before + (int) times);
        sincePeriodBegan += (int) times;
        if (sincePeriodBegan >= PERIOD) {
            completed += fullest;
            fullest = 0;
            sincePeriodBegan = 0;
            Arrays.fill(buckets, 0);
        }
        return true;
    }

    /** No text has passed more often. */
    long passed() {
        return completed + fullest;
    }
}
