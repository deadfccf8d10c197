package io.lakewarden.profile;

import java.util.Arrays;

/**
 * How many texts or collections there are of each size: exactly up to 15, beyond in eight steps for each doubling, so that a
 * size is known to an eighth of itself. Counts add up exactly.
 */
public final class SizeCounts {
    private static final int EXACT = 16;
    private static final int EXACT_BITS = 4;
    private static final int STEP_BITS = 3;
    private static final int STEPS = 1 << STEP_BITS;

    /** Enough for the largest size there is. */
    private static final int MOST_STEPS = EXACT + (Integer.SIZE - 1 - EXACT_BITS) * STEPS;

    private long[] counts = {};

    SizeCounts() {}

    /** Only while building: counts a size so many times. */
    void add(int size, long times) {
        int step = stepOf(size);
        if (step >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(EXACT, step + 1));
        }
        counts[step] += times;
    }

    private static int stepOf(int size) {
        if (size < EXACT) {
            return size;
        }
        int doubling = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size);
        return EXACT + (doubling - EXACT_BITS) * STEPS + ((size >>> (doubling - STEP_BITS)) & (STEPS - 1));
    }

    /** The counts of all steps of rising size; those after the last one are 0. */
    public long[] counts() {
        return counts.clone();
    }

    /** The least size that the step holds. */
    public static int least(int step) {
        if (step < EXACT) {
            return step;
        }
        int doubling = (step - EXACT) / STEPS + EXACT_BITS;
        return (STEPS + (step - EXACT) % STEPS) << (doubling - STEP_BITS);
    }

    /** Both together, as a new value. */
    SizeCounts plus(SizeCounts other) {
        SizeCounts result = new SizeCounts();
        result.counts = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
        for (int step = 0; step < other.counts.length; step++) {
            result.counts[step] += other.counts[step];
        }
        return result;
    }

    void writeTo(StateWriter out) {
        int used = counts.length;
        while (used > 0 && counts[used - 1] == 0) {
            used--;
        }
        out.count(used);
        for (int step = 0; step < used; step++) {
            out.count(counts[step]);
        }
    }

    static SizeCounts read(StateReader in) {
        SizeCounts result = new SizeCounts();
        int used = in.length(1);
        in.require(used <= MOST_STEPS, () -> used + " steps of sizes");
        result.counts = new long[used];
        Arrays.setAll(result.counts, step -> in.count());
        return result;
    }
}
