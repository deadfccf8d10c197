package io.lakewarden.profile;

import java.util.Arrays;

/**
 * Different texts by their UTF-8 bytes, numbered in the order in which they came: a hash table with open addressing, half
 * full at the most, over one array that holds the bytes of all.
 */
final class TextKeys {
    private static final int SMALLEST_TABLE = 16;
    private static final int FIRST_BYTES = 64;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** 0 for an empty place; else the number + 1 in the low bits, high bits of the hash in the others. */
    private int[] slots = new int[SMALLEST_TABLE];

    /** Where each text ends; it begins where the one before it ends. */
    private int[] ends = new int[SMALLEST_TABLE / 2];

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    int size() {
        return size;
    }

    /** The array that holds all texts; it changes when one is added. */
    byte[] bytes() {
        return bytes;
    }

    int from(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    int to(int number) {
        return ends[number];
    }

    /** The number of a text, -1 if it is not there. */
    int find(long hash, byte[] utf8, int from, int length) {
        int mask = slots.length - 1;
        int tag = tag(hash, mask);
        for (int at = (int) hash & mask; ; at = (at + 1) & mask) {
            int slot = slots[at];
            if (slot == 0) {
                return -1;
            }
            if ((slot & ~mask) == tag) {
                int number = (slot & mask) - 1;
                int start = from(number);
                int end = ends[number];
                if (end - start == length && Utf8.equal(bytes, start, utf8, from, length)) {
                    return number;
                }
            }
        }
    }

    private static int tag(long hash, int mask) {
        return (int) (hash >>> Integer.SIZE) & ~mask;
    }

    /** Adds a text that is not there yet; its number is the size before. */
    void add(long hash, byte[] utf8, int from, int length) {
        int start = from(size);
        int end = Math.addExact(start, length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(bytes.length * 3L / 2, LARGEST_ARRAY)));
        }
        System.arraycopy(utf8, from, bytes, start, length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size++] = end;
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
            index();
        } else {
            place(hash, size - 1);
        }
    }

    private void place(long hash, int number) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = tag(hash, mask) | (number + 1);
    }

    private void index() {
        for (int number = 0; number < size; number++) {
            int from = from(number);
            place(Hashing.of(bytes, from, ends[number] - from), number);
        }
    }

    /** Keeps the texts of these numbers, ascending, and numbers them anew. */
    void retain(int[] numbers, int count) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            int from = from(numbers[i]);
            int length = ends[numbers[i]] - from;
            System.arraycopy(bytes, from, bytes, end, length);
            end += length;
            // the numbers ascend, so that no end is overwritten before it was read
            ends[i] = end;
        }
        size = count;
        Arrays.fill(slots, 0);
        index();
    }
}
