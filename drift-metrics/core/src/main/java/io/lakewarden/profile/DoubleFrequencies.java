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
    private static final int SMALLEST = 8;
    private static final int ROOM = 4;

    /** Numbers in the order in which they came, and how often. */
    private double[] keys = new double[SMALLEST];

    private long[] counts = new long[SMALLEST];
    private int size;

    /**
     * Open addressing: 1 + the place of the key, 0 where there is none. Four times as long as the keys: a second probe is
     * dear, since it cannot be foreseen.
     */
    private short[] index = new short[ROOM * SMALLEST];

    private long offset;

    /**
     * Counts the first values of a block, up to the one that no longer fits among the distinct ones.
     *
     * @return where that one stands, or the end of the block
     */
    int countWhileExact(double[] values, long[] hashes, int length) {
        for (int i = 0; i < length; i++) {
            if (!addIfExact(values[i], hashes[i], 1)) {
                return i;
            }
        }
        return length;
    }

    /** Counts a value; false, and nothing done, if it no longer fits among the distinct ones. */
    boolean addIfExact(double value, long hash, long times) {
        int slot = slot(value, hash);
        int known = index[slot];
        if (known == 0) {
            if (size == Frequencies.CAPACITY) {
                return false;
            }
            insert(slot, value, times);
            return true;
        }
        counts[known - 1] += times;
        return true;
    }

    /** Counts a value; the rarest ones make room for it. */
    void add(double value, long hash, long times) {
        if (!addIfExact(value, hash, times)) {
            purge();
            insert(slot(value, hash), value, times);
        }
    }

    /** Takes note that occurrences of values were left out, of none more than so many. */
    void leaveOut(int occurrences) {
        offset += occurrences;
    }

    private void insert(int slot, double value, long times) {
        boolean cramped = size == keys.length;
        if (cramped) {
            keys = Arrays.copyOf(keys, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        keys[size] = value;
        counts[size++] = times;
        if (cramped) {
            reindex();
        } else {
            index[slot] = (short) size;
        }
    }

    private int slot(double value, long hash) {
        short[] places = index;
        int mask = places.length - 1;
        int slot = (int) hash & mask;
        int place = places[slot];
        while (place != 0 && keys[place - 1] != value) {
            slot = (slot + 1) & mask;
            place = places[slot];
        }
        return slot;
    }

    private void reindex() {
        index = new short[ROOM * keys.length];
        for (int i = 0; i < size; i++) {
            index[slot(keys[i], Hashing.of(keys[i]))] = (short) (i + 1);
        }
    }

    private void purge() {
        long removed = Frequencies.amountToRemove(Arrays.copyOf(counts, size));
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (counts[i] > removed) {
                keys[kept] = keys[i];
                counts[kept++] = counts[i] - removed;
            }
        }
        size = kept;
        offset += removed;
        if (keys.length > Frequencies.CAPACITY) {
            keys = Arrays.copyOf(keys, Frequencies.CAPACITY);
            counts = Arrays.copyOf(counts, Frequencies.CAPACITY);
        }
        reindex();
    }

    void merge(DoubleFrequencies other) {
        for (int i = 0; i < other.size; i++) {
            int slot = slot(other.keys[i], Hashing.of(other.keys[i]));
            if (index[slot] == 0) {
                insert(slot, other.keys[i], other.counts[i]);
            } else {
                counts[index[slot] - 1] += other.counts[i];
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
        long fresh = IntStream.range(0, other.size)
                .filter(i -> countOf(other.keys[i]) == 0)
                .count();
        return size + fresh <= Frequencies.CAPACITY;
    }

    private long countOf(double value) {
        int place = index[slot(value, Hashing.of(value))];
        return place == 0 ? 0 : counts[place - 1];
    }

    DoubleFrequencies copy() {
        DoubleFrequencies result = new DoubleFrequencies();
        result.keys = keys.clone();
        result.counts = counts.clone();
        result.index = index.clone();
        result.size = size;
        result.offset = offset;
        return result;
    }

    /** A counter of the distinct values kept, which is exact while these are all. */
    HyperLogLog distinct() {
        HyperLogLog result = new HyperLogLog();
        for (int i = 0; i < size; i++) {
            result.add(Hashing.of(keys[i]));
        }
        return result;
    }

    int size() {
        return size;
    }

    /** The values kept, in rising order. */
    double[] values() {
        double[] values = Arrays.copyOf(keys, size);
        Arrays.sort(values);
        return values;
    }

    /** The least counts of values that are kept. */
    long[] weightsOf(double[] values) {
        return Arrays.stream(values).mapToLong(this::countOf).toArray();
    }

    Optional<SortedMap<Double, Long>> exactCounts() {
        if (offset > 0) {
            return Optional.empty();
        }
        SortedMap<Double, Long> result = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            result.put(keys[i], counts[i]);
        }
        return Optional.of(result);
    }

    List<FrequentValue> top(int n) {
        List<FrequentValue> result = new ArrayList<>();
        IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -counts[i]).thenComparingDouble(i -> keys[i]))
                .limit(n)
                .forEach(i -> result.add(
                        new FrequentValue(Numbers.text(keys[i]), counts[i], Math.addExact(counts[i], offset))));
        return List.copyOf(result);
    }

    void writeTo(StateWriter out) {
        out.count(offset);
        out.count(size);
        for (double value : values()) {
            out.real(value);
            out.count(countOf(value));
        }
    }

    static DoubleFrequencies read(StateReader in) {
        DoubleFrequencies result = new DoubleFrequencies();
        result.offset = in.count();
        int size = in.length(Double.BYTES + 1);
        in.require(size <= Frequencies.CAPACITY, () -> size + " frequent values");
        for (int i = 0; i < size; i++) {
            double value = in.finite();
            long weight = in.count();
            in.require(weight > 0, "a frequent value that never occurs");
            result.addIfExact(value, Hashing.of(value), weight);
        }
        in.require(result.size == size, "repeated frequent values");
        return result;
    }
}
