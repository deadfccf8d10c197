package io.lakewarden.profile;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * The distribution of a stream of numbers after Z. Karnin, K. Lang and E. Liberty, "Optimal Quantile Approximation in
 * Streams" (2016): buffers whose items at level h weigh 2ʰ. When the sketch is full, the lowest overfull level is sorted
 * and every other item moves up, the first or the second of each pair by a fair coin.
 *
 * <p>Bound: with k = {@value #K} the estimated F is within {@value #RANK_ERROR} of the true one at all points at once,
 * with 99 % confidence, and after any sequence of merges; it is exact until {@value #CAPACITY} items no longer fit.
 *
 * <p>Merge law: levels are joined and compacted again; counts and the coins' counter add up. The merge is within the
 * bound (not bit by bit) associative and commutative; the empty sketch is its identity. Coins come from a hash of the
 * number of compactions so far and an item of the buffer, so the same input gives the same bytes, while the parts of a
 * dataset do not toss alike.
 */
final class KllSketch {
    static final int K = 1024;
    static final int CAPACITY = 3 * K;
    static final double RANK_ERROR = 0.005;

    private static final int SMALLEST_LEVEL = 8;
    private static final double SHRINKAGE = 2.0 / 3;
    private static final int MOST_LEVELS = 60;

    /** Level 0 in order of arrival, the others sorted. */
    private double[][] levels = {new double[SMALLEST_LEVEL]};

    private int[] sizes = new int[1];
    private int retained;
    private long count;
    private long compactions;

    /** The distribution of values with weights, such as exact counts. */
    static KllSketch of(double[] values, long[] weights) {
        long total = Arrays.stream(weights).sum();
        int top = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, total / K)));
        KllSketch result = new KllSketch();
        result.reach(top);
        for (int i = 0; i < values.length; i++) {
            // Heavy values enter as many times at one level: higher levels would shrink the buffers of the lower ones.
            for (long copies = weights[i] >>> top; copies > 0; copies--) {
                result.push(top, values[i]);
            }
            for (int level = 0; level < top; level++) {
                if (((weights[i] >>> level) & 1) == 1) {
                    result.push(level, values[i]);
                }
            }
        }
        result.count = total;
        for (int level = 1; level <= top; level++) {
            Arrays.sort(result.levels[level], 0, result.sizes[level]);
        }
        result.compress();
        return result;
    }

    void add(double value) {
        push(0, value);
        count++;
        if (retained > CAPACITY) {
            compress();
        }
    }

    private void push(int level, double value) {
        if (sizes[level] == levels[level].length) {
            levels[level] = Arrays.copyOf(levels[level], sizes[level] * 2);
        }
        levels[level][sizes[level]++] = value;
        retained++;
    }

    private void reach(int level) {
        while (levels.length <= level) {
            levels = Arrays.copyOf(levels, levels.length + 1);
            sizes = Arrays.copyOf(sizes, levels.length);
            levels[levels.length - 1] = new double[SMALLEST_LEVEL];
        }
    }

    void merge(KllSketch other) {
        reach(other.levels.length - 1);
        for (int level = 0; level < other.levels.length; level++) {
            mergeInto(level, other.levels[level], other.sizes[level]);
        }
        count += other.count;
        compactions += other.compactions;
        compress();
    }

    /** Joins a level with items, which are sorted unless the level is the lowest. */
    private void mergeInto(int level, double[] items, int size) {
        double[] joined = new double[Math.max(SMALLEST_LEVEL, sizes[level] + size)];
        System.arraycopy(levels[level], 0, joined, 0, sizes[level]);
        System.arraycopy(items, 0, joined, sizes[level], size);
        if (level > 0) {
            Arrays.sort(joined, 0, sizes[level] + size);
        }
        levels[level] = joined;
        sizes[level] += size;
        retained += size;
    }

    private void compress() {
        while (retained > CAPACITY) {
            compact(levelToCompact());
        }
    }

    private int levelToCompact() {
        for (int level = 0; level < levels.length; level++) {
            if (sizes[level] >= levelCapacity(level)) {
                return level;
            }
        }
        int level = 0;
        while (sizes[level] < 2) {
            level++;
        }
        return level;
    }

    private double levelCapacity(int level) {
        return Math.max(SMALLEST_LEVEL, K * Math.pow(SHRINKAGE, levels.length - 1.0 - level));
    }

    private void compact(int level) {
        reach(level + 1);
        double[] items = levels[level];
        int size = sizes[level];
        if (level == 0) {
            Arrays.sort(items, 0, size);
        }
        int kept = size & 1;
        int first = kept + coin(items[size / 2]);
        double[] promoted = new double[size / 2];
        for (int i = 0; i < promoted.length; i++) {
            promoted[i] = items[first + 2 * i];
        }
        sizes[level] = kept;
        retained -= size - kept;
        mergeInto(level + 1, promoted, promoted.length);
    }

    private int coin(double item) {
        compactions++;
        return (int) (Hashing.mix(compactions ^ Hashing.of(item)) & 1);
    }

    KllSketch copy() {
        KllSketch result = new KllSketch();
        result.levels = new double[levels.length][];
        for (int level = 0; level < levels.length; level++) {
            result.levels[level] = levels[level].clone();
        }
        result.sizes = sizes.clone();
        result.retained = retained;
        result.count = count;
        result.compactions = compactions;
        return result;
    }

    /** 0 while every item is still there, otherwise {@link #RANK_ERROR}. */
    double rankError() {
        return compactions == 0 ? 0 : RANK_ERROR;
    }

    Ecdf ecdf() {
        TreeMap<Double, Long> steps = new TreeMap<>();
        for (int level = 0; level < levels.length; level++) {
            for (int i = 0; i < sizes[level]; i++) {
                steps.merge(levels[level][i], 1L << level, Long::sum);
            }
        }
        double[] values =
                steps.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        long[] weights = steps.values().stream().mapToLong(Long::longValue).toArray();
        return Ecdf.ofWeights(values, weights, rankError());
    }

    void writeTo(StateWriter out) {
        out.count(compactions);
        out.count(levels.length);
        for (int level = 0; level < levels.length; level++) {
            double[] items = Arrays.copyOf(levels[level], sizes[level]);
            Arrays.sort(items);
            out.count(items.length);
            for (double item : items) {
                out.real(item);
            }
        }
    }

    static KllSketch read(StateReader in) {
        KllSketch result = new KllSketch();
        result.compactions = in.count();
        int height = in.length(1);
        in.require(height >= 1 && height <= MOST_LEVELS, height + " levels");
        result.reach(height - 1);
        for (int level = 0; level < height; level++) {
            int size = in.length(Double.BYTES);
            for (int i = 0; i < size; i++) {
                double item = in.finite();
                in.require(i == 0 || result.levels[level][i - 1] <= item, "items out of order");
                result.push(level, item);
            }
            result.count = Math.addExact(result.count, Math.multiplyExact((long) size, 1L << level));
        }
        in.require(result.retained <= CAPACITY, result.retained + " items");
        return result;
    }
}
