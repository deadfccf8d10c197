package io.lakewarden.profile;

import java.util.Arrays;

/** Items on their way to the levels of a {@link KllSketch}, which are sorted together. */
final class WeightedItems {
    private static final int SMALLEST = 16;
    private static final int ENOUGH = 512;

    private double[] items = new double[SMALLEST];
    private byte[] levels = new byte[SMALLEST];
    private int size;

    /** Where sorted items of one level go. */
    @FunctionalInterface
    interface Levels {
        void insert(int level, double[] sorted);
    }

    /** Adds a value once for each binary digit of the weight, and some copies at the top level. */
    void add(double value, long weight, int top, int copies) {
        for (long rest = weight; rest != 0; rest &= rest - 1) {
            push(Long.numberOfTrailingZeros(rest), value);
        }
        for (int i = 0; i < copies; i++) {
            push(top, value);
        }
    }

    private void push(int level, double value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            levels = Arrays.copyOf(levels, size * 2);
        }
        items[size] = value;
        levels[size++] = (byte) level;
    }

    boolean isFull() {
        return size >= ENOUGH;
    }

    /** Hands the items over, level by level from the lowest. */
    void drainTo(Levels target) {
        int[] sizes = new int[Long.SIZE];
        for (int i = 0; i < size; i++) {
            sizes[levels[i]]++;
        }
        for (int level = 0; level < sizes.length; level++) {
            if (sizes[level] > 0) {
                target.insert(level, sorted(level, sizes[level]));
            }
        }
    }

    private double[] sorted(int level, int length) {
        double[] result = new double[length];
        int place = 0;
        for (int i = 0; i < size; i++) {
            if (levels[i] == level) {
                result[place++] = items[i];
            }
        }
        Arrays.sort(result);
        return result;
    }

    WeightedItems copy() {
        WeightedItems result = new WeightedItems();
        result.items = items.clone();
        result.levels = levels.clone();
        result.size = size;
        return result;
    }
}
