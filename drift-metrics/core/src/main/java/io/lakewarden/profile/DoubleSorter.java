package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Sorts the finite numbers of a block: byte by byte from the lowest (LSD radix sort) where there are many, since nothing
 * in it depends on the order found; bytes that all numbers share are passed over.
 */
final class DoubleSorter {
    private static final int FEW = 200;
    private static final int DIGITS = Long.BYTES;
    private static final int RADIX = 256;

    private long[] keys = new long[NumberBlock.FULL];
    private long[] spare = new long[NumberBlock.FULL];
    private final int[] counts = new int[DIGITS * RADIX];

    /** A sorted copy of a range of at most a block. */
    double[] sorted(double[] values, int from, int to) {
        if (to - from < FEW) {
            double[] result = Arrays.copyOfRange(values, from, to);
            Arrays.sort(result);
            return result;
        }
        int size = to - from;
        long[] source = keys;
        Arrays.fill(counts, 0);
        for (int i = 0; i < size; i++) {
            long bits = Double.doubleToRawLongBits(values[from + i]);
            source[i] = bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
        }
        count(source, size);
        for (int digit = 0; digit < DIGITS; digit++) {
            if (counts[digit * RADIX + digit(source[0], digit)] < size) {
                distribute(digit, size);
            }
        }
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            long key = keys[i];
            result[i] = Double.longBitsToDouble(key ^ ((~key >> (Long.SIZE - 1)) | Long.MIN_VALUE));
        }
        return result;
    }

    private void count(long[] source, int size) {
        int[] counted = counts;
        for (int i = 0; i < size; i++) {
            long key = source[i];
            counted[(int) key & 0xFF]++;
            counted[RADIX + ((int) (key >>> 8) & 0xFF)]++;
            counted[2 * RADIX + ((int) (key >>> 16) & 0xFF)]++;
            counted[3 * RADIX + ((int) (key >>> 24) & 0xFF)]++;
            counted[4 * RADIX + ((int) (key >>> 32) & 0xFF)]++;
            counted[5 * RADIX + ((int) (key >>> 40) & 0xFF)]++;
            counted[6 * RADIX + ((int) (key >>> 48) & 0xFF)]++;
            counted[7 * RADIX + ((int) (key >>> 56) & 0xFF)]++;
        }
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * Byte.SIZE)) & 0xFF;
    }

    private void distribute(int digit, int size) {
        int[] places = counts;
        int base = digit * RADIX;
        int place = 0;
        for (int i = base; i < base + RADIX; i++) {
            int count = places[i];
            places[i] = place;
            place += count;
        }
        long[] source = keys;
        long[] target = spare;
        int shift = digit * Byte.SIZE;
        for (int i = 0; i < size; i++) {
            long key = source[i];
            target[places[base + ((int) (key >>> shift) & 0xFF)]++] = key;
        }
        keys = target;
        spare = source;
    }
}
