package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Sorts the finite numbers of a block. Where there are many, two passes of a radix sort order them by the first
 * 2 · {@value #DIGIT} bits in which they differ, which takes no branch that depends on their order; an insertion sort
 * mends the few that stand wrong, and where they are not few, a general one.
 */
final class DoubleSorter {
    private static final int FEW = 100;
    private static final int DIGIT = 11;
    private static final int RADIX = 1 << DIGIT;
    private static final int MOVES_EACH = 4;

    private final long[] keys = new long[NumberBlock.FULL];
    private final long[] spare = new long[NumberBlock.FULL];
    private final int[] places = new int[2 * RADIX];

    /** A sorted copy of a range of at most a block. */
    double[] sorted(double[] values, int from, int to) {
        double[] result = Arrays.copyOfRange(values, from, to);
        if (result.length < FEW) {
            Arrays.sort(result);
            return result;
        }
        long different = 0;
        long first = key(result[0]);
        for (int i = 0; i < result.length; i++) {
            keys[i] = key(result[i]);
            different |= keys[i] ^ first;
        }
        sortByDigits(Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(different) - 2 * DIGIT), result.length);
        for (int i = 0; i < result.length; i++) {
            result[i] = value(keys[i]);
        }
        if (!mend(result)) {
            Arrays.sort(result);
        }
        return result;
    }

    /** Unsigned words in the order of the numbers. */
    private static long key(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
    }

    private static double value(long key) {
        return Double.longBitsToDouble(key ^ ((~key >> (Long.SIZE - 1)) | Long.MIN_VALUE));
    }

    private void sortByDigits(int shift, int size) {
        Arrays.fill(places, 0);
        for (int i = 0; i < size; i++) {
            int digits = (int) (keys[i] >>> shift);
            places[digits & (RADIX - 1)]++;
            places[RADIX + ((digits >>> DIGIT) & (RADIX - 1))]++;
        }
        distribute(keys, spare, shift, 0, size);
        distribute(spare, keys, shift + DIGIT, RADIX, size);
    }

    private void distribute(long[] source, long[] target, int shift, int base, int size) {
        for (int i = base, place = 0; i < base + RADIX; i++) {
            int count = places[i];
            places[i] = place;
            place += count;
        }
        for (int i = 0; i < size; i++) {
            long key = source[i];
            target[places[base + ((int) (key >>> shift) & (RADIX - 1))]++] = key;
        }
    }

    /** Sorts by insertion, as long as that takes few moves. */
    private static boolean mend(double[] values) {
        int moves = MOVES_EACH * values.length;
        for (int i = 1; i < values.length; i++) {
            double value = values[i];
            int place = i;
            while (place > 0 && values[place - 1] > value) {
                values[place] = values[place - 1];
                place--;
            }
            values[place] = value;
            moves -= i - place;
            if (moves < 0) {
                return false;
            }
        }
        return true;
    }
}
