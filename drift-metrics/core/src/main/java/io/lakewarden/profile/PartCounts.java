package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Counts of the parts that texts are made of, such as words, by kind. Parts of one text are no independent draws: Σ k² over
 * the texts, k the parts of each, says by how much they may mislead a test that takes them for some. Everything adds up exactly.
 */
public final class PartCounts {
    private final int kinds;

    /** Made for the first part: many slices of many columns have none. */
    private long[] counts = {};

    private long squares;

    PartCounts(int kinds) {
        this.kinds = kinds;
    }

    /** Only while building: counts parts of one kind. */
    void add(int kind, long parts) {
        if (counts.length == 0) {
            counts = new long[kinds];
        }
        counts[kind] += parts;
    }

    /** Only while building: tells that so many texts have so many parts each. */
    void addText(long parts, long times) {
        squares += parts * parts * times;
    }

    /** How many parts there are of each kind. */
    public long[] counts() {
        return Arrays.copyOf(counts, kinds);
    }

    /** How many parts there are. */
    public long total() {
        return Arrays.stream(counts).sum();
    }

    /** Σ k² / Σ k over the texts, k the parts of each: the parts in the text of an average part; 1 where there are none. */
    public double clustering() {
        long total = total();
        return total == 0 ? 1 : Math.max(1, (double) squares / total);
    }

    /** Both together, as a new value. */
    PartCounts plus(PartCounts other) {
        PartCounts result = new PartCounts(kinds);
        result.counts = Arrays.copyOf(counts, Math.max(counts.length, other.counts.length));
        for (int kind = 0; kind < other.counts.length; kind++) {
            result.counts[kind] += other.counts[kind];
        }
        result.squares = squares + other.squares;
        return result;
    }

    void writeTo(StateWriter out) {
        out.count(squares);
        if (squares > 0) {
            for (long count : counts()) {
                out.count(count);
            }
        }
    }

    static PartCounts read(StateReader in, int kinds) {
        PartCounts result = new PartCounts(kinds);
        result.squares = in.count();
        if (result.squares > 0) {
            result.counts = new long[kinds];
            Arrays.setAll(result.counts, kind -> in.count());
        }
        return result;
    }
}
