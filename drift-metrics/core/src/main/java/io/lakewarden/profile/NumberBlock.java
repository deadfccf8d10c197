package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Finite numbers that wait until there are enough of them to be taken in together. It grows from small, so that many
 * narrow windows stay cheap. The state of a column depends on where its blocks end, hence on the sequence of its values
 * alone.
 */
final class NumberBlock {
    /** Values of a block where all statistics are kept. */
    static final int FULL = 2048;

    /** Values of a block where only counts are kept. */
    static final int COUNTS = 256;

    private static final int SMALLEST = 16;
    private static final int EXPONENT_BITS = 0x7FF;
    private static final int FRACTION = 52;
    private static final long[] NONE = {};

    private final int capacity;
    private double[] values = {};
    private int size;

    /** Whole numbers that no double holds, and where their nearest doubles stand. */
    private long[] wide = NONE;

    private int[] widePlaces = {};
    private int wides;

    NumberBlock(int capacity) {
        this.capacity = capacity;
    }

    static NumberBlock of(ProfileDetail detail) {
        return new NumberBlock(detail == ProfileDetail.FULL ? FULL : COUNTS);
    }

    boolean isFull() {
        return size == capacity;
    }

    int size() {
        return size;
    }

    /** The values, as many as there are of them; the rest of the array is no one's. */
    double[] values() {
        return values;
    }

    void clear() {
        size = 0;
        wides = 0;
    }

    private void makeRoom(int wanted) {
        if (values.length < wanted) {
            values = Arrays.copyOf(
                    values, Math.min(capacity, Math.max(SMALLEST, Integer.highestOneBit(wanted - 1) * 2)));
        }
    }

    /** Adds a finite number; -0.0 becomes 0.0. The block is not full. */
    void add(double value) {
        makeRoom(size + 1);
        values[size++] = value + 0.0;
    }

    /** Adds a whole number by its nearest double, and remembers it where that is another one. The block is not full. */
    void add(long value) {
        double nearest = (double) value;
        if ((long) nearest != value) {
            addWide(value);
        }
        makeRoom(size + 1);
        values[size++] = nearest;
    }

    private void addWide(long value) {
        if (wides == wide.length) {
            int length = Math.min(capacity, Math.max(SMALLEST, wides * 2));
            wide = Arrays.copyOf(wide, length);
            widePlaces = Arrays.copyOf(widePlaces, length);
        }
        wide[wides] = value;
        widePlaces[wides++] = size;
    }

    /**
     * Adds the finite ones of some numbers until the block is full or none is left.
     *
     * @return where the first number stands that was not looked at
     */
    int fill(double[] source, int from, int to) {
        int end = Math.min(to, from + capacity - size);
        makeRoom(size + end - from);
        double[] target = values;
        int place = size;
        for (int i = from; i < end; i++) {
            double value = source[i] + 0.0;
            target[place] = value;
            int exponent = (int) (Double.doubleToRawLongBits(value) >>> FRACTION) & EXPONENT_BITS;
            place += 1 - ((exponent + 1) >>> 11);
        }
        size = place;
        return end;
    }

    /** As for doubles. */
    int fill(long[] source, int from, int to) {
        int end = Math.min(to, from + capacity - size);
        makeRoom(size + end - from);
        double[] target = values;
        int place = size;
        for (int i = from; i < end; i++) {
            long value = source[i];
            double nearest = (double) value;
            target[place] = nearest;
            if ((long) nearest != value) {
                size = place;
                addWide(value);
            }
            place++;
        }
        size = place;
        return end;
    }

    boolean hasWide() {
        return wides > 0;
    }

    /** Puts the hash of each number that no double holds in the place of its double's. */
    void hashWide(long[] hashes) {
        for (int i = 0; i < wides; i++) {
            hashes[widePlaces[i]] = Hashing.ofWide(wide[i]);
        }
    }
}
