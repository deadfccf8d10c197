package io.lakewarden.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often each number occurs: exactly while there are at most {@value Frequencies#CAPACITY} distinct ones, beyond for
 * the frequent ones within bounds. See {@link Frequencies} for algorithm, bound and merge law.
 */
final class DoubleFrequencies {
    private static final int SMALLEST_TABLE = 16;

    /** Open addressing; a count of 0 marks an empty place. */
    private double[] keys = new double[SMALLEST_TABLE];

    private long[] counts = new long[SMALLEST_TABLE];
    private int size;
    private long offset;

    /** Counts a value that is already there; false, and nothing done, if it is not. */
    boolean increment(double value) {
        int slot = slot(keys, counts, value);
        if (counts[slot] == 0) {
            return false;
        }
        counts[slot]++;
        return true;
    }

    boolean isFull() {
        return size >= Frequencies.CAPACITY;
    }

    /** Adds a value that is not there yet. */
    void insert(double value) {
        if (isFull()) {
            purge();
        }
        add(value, 1);
    }

    private void add(double value, long weight) {
        int slot = slot(keys, counts, value);
        if (counts[slot] == 0) {
            keys[slot] = value;
            size++;
        }
        counts[slot] += weight;
        if (size * 2 > keys.length) {
            rebuild(keys.length * 2, 0);
        }
    }

    private static int slot(double[] keys, long[] counts, double value) {
        int mask = keys.length - 1;
        int slot = (int) Hashing.of(value) & mask;
        while (counts[slot] != 0 && keys[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void purge() {
        long removed = Frequencies.amountToRemove(
                Arrays.stream(counts).filter(count -> count > 0).toArray());
        rebuild(Frequencies.CAPACITY * 2, removed);
        offset += removed;
    }

    private void rebuild(int length, long removed) {
        double[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new double[length];
        counts = new long[length];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > removed) {
                int slot = slot(keys, counts, oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i] - removed;
                size++;
            }
        }
    }

    void merge(DoubleFrequencies other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.counts[i] > 0) {
                add(other.keys[i], other.counts[i]);
            }
        }
        offset += other.offset;
        if (size > Frequencies.CAPACITY) {
            purge();
        }
    }

    /** Whether both together have no more distinct values than are counted exactly. */
    boolean fitsWith(DoubleFrequencies other) {
        if (offset > 0 || other.offset > 0) {
            return false;
        }
        int fresh = 0;
        for (int i = 0; i < other.keys.length; i++) {
            if (other.counts[i] > 0 && counts[slot(keys, counts, other.keys[i])] == 0) {
                fresh++;
            }
        }
        return size + fresh <= Frequencies.CAPACITY;
    }

    DoubleFrequencies copy() {
        DoubleFrequencies result = new DoubleFrequencies();
        result.keys = keys.clone();
        result.counts = counts.clone();
        result.size = size;
        result.offset = offset;
        return result;
    }

    private int[] slotsByValue() {
        return IntStream.range(0, keys.length)
                .filter(i -> counts[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The values kept, in rising order. */
    double[] values() {
        return Arrays.stream(slotsByValue()).mapToDouble(i -> keys[i]).toArray();
    }

    /** The least counts of the {@link #values()}, in their order. */
    long[] weights() {
        return Arrays.stream(slotsByValue()).mapToLong(i -> counts[i]).toArray();
    }

    Optional<SortedMap<Double, Long>> exactCounts() {
        if (offset > 0) {
            return Optional.empty();
        }
        SortedMap<Double, Long> result = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                result.put(keys[i], counts[i]);
            }
        }
        return Optional.of(result);
    }

    List<FrequentValue> top(int n) {
        List<FrequentValue> result = new ArrayList<>();
        Arrays.stream(slotsByValue())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -counts[i]))
                .limit(n)
                .forEach(i -> result.add(
                        new FrequentValue(Numbers.text(keys[i]), counts[i], Math.addExact(counts[i], offset))));
        return List.copyOf(result);
    }

    void writeTo(StateWriter out) {
        out.count(offset);
        out.count(size);
        for (int slot : slotsByValue()) {
            out.real(keys[slot]);
            out.count(counts[slot]);
        }
    }

    static DoubleFrequencies read(StateReader in) {
        DoubleFrequencies result = new DoubleFrequencies();
        result.offset = in.count();
        int size = in.length(Double.BYTES + 1);
        in.require(size <= Frequencies.CAPACITY, size + " frequent values");
        for (int i = 0; i < size; i++) {
            double value = in.finite();
            long weight = in.count();
            in.require(weight > 0, "a frequent value that never occurs");
            result.add(value, weight);
        }
        in.require(result.size == size, "repeated frequent values");
        return result;
    }
}
