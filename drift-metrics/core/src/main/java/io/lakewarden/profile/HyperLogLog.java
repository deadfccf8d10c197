package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Arrays;

/**
 * Counts distinct values by their 64-bit hashes: exactly up to {@value #EXACT_LIMIT} (the set of hashes itself), beyond
 * by HyperLogLog with 2¹² registers and the improved raw estimator of O. Ertl, "New cardinality estimation algorithms
 * for HyperLogLog sketches" (2017), which needs neither bias tables nor a switch for small counts.
 *
 * <p>Bound: the standard error is 1.04/√4096 = 1.63 %; the interval given is 2.576 standard errors wide to each side
 * (99 %).
 *
 * <p>Merge law: sets unite and registers take the larger value, so the state depends on the set of values alone, not on
 * their order or on how they were split. The merge is commutative, associative and idempotent, and the empty sketch is
 * its identity.
 */
final class HyperLogLog {
    static final int EXACT_LIMIT = 1024;
    static final double STANDARD_ERROR = 1.04 / 64;
    static final double ERROR_AT_99_PERCENT = 2.576 * STANDARD_ERROR;

    static final int PRECISION = 12;

    private static final int REGISTERS = 1 << PRECISION;
    private static final int LARGEST_RANK = Long.SIZE - PRECISION + 1;
    private static final int SMALLEST_TABLE = 16;

    /** Open addressing, 0 for an empty place; null once there are registers. */
    private long[] hashes = new long[SMALLEST_TABLE];

    private int size;
    private boolean zeroHash;
    private byte[] registers;

    void add(long hash) {
        if (registers != null) {
            register(hash);
        } else if (hash == 0) {
            if (!zeroHash) {
                zeroHash = true;
                grown();
            }
        } else {
            int slot = slot(hashes, hash);
            if (hashes[slot] == 0) {
                hashes[slot] = hash;
                grown();
            }
        }
    }

    /** Adds the first hashes of an array. */
    void addAll(long[] added, int count) {
        int i = 0;
        while (i < count && registers == null) {
            add(added[i++]);
        }
        byte[] known = registers;
        for (; i < count; i++) {
            long hash = added[i];
            int index = (int) (hash >>> (Long.SIZE - PRECISION));
            byte rank = rank(hash);
            if (rank > known[index]) {
                known[index] = rank;
            }
        }
    }

    private void grown() {
        size++;
        if (size > EXACT_LIMIT) {
            toRegisters();
        } else if (size * 2 > hashes.length) {
            long[] larger = new long[hashes.length * 2];
            for (long hash : hashes) {
                if (hash != 0) {
                    larger[slot(larger, hash)] = hash;
                }
            }
            hashes = larger;
        }
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void toRegisters() {
        registers = new byte[REGISTERS];
        for (long hash : unsortedHashes()) {
            register(hash);
        }
        hashes = null;
        zeroHash = false;
        size = 0;
    }

    private long[] unsortedHashes() {
        long[] result = new long[size];
        int next = zeroHash ? 1 : 0;
        for (long hash : hashes) {
            if (hash != 0) {
                result[next++] = hash;
            }
        }
        return result;
    }

    private long[] sortedHashes() {
        long[] result = unsortedHashes();
        Arrays.sort(result);
        return result;
    }

    private void register(long hash) {
        int index = (int) (hash >>> (Long.SIZE - PRECISION));
        byte rank = rank(hash);
        if (rank > registers[index]) {
            registers[index] = rank;
        }
    }

    /** The place of the first 1 behind the index. */
    private static byte rank(long hash) {
        return (byte) (Long.numberOfLeadingZeros((hash << PRECISION) | (1L << (PRECISION - 1))) + 1);
    }

    void merge(HyperLogLog other) {
        if (other.registers == null) {
            for (long hash : other.unsortedHashes()) {
                add(hash);
            }
            return;
        }
        if (registers == null) {
            toRegisters();
        }
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = (byte) Math.max(registers[i], other.registers[i]);
        }
    }

    HyperLogLog copy() {
        HyperLogLog result = new HyperLogLog();
        result.hashes = hashes == null ? null : hashes.clone();
        result.size = size;
        result.zeroHash = zeroHash;
        result.registers = registers == null ? null : registers.clone();
        return result;
    }

    /**
     * The number of distinct values.
     *
     * @param most an upper bound known otherwise, such as the number of values
     */
    MetricValue distinct(long most) {
        if (registers == null) {
            return MetricValue.exactly(size);
        }
        double least = EXACT_LIMIT + 1;
        double greatest = (double) most;
        double estimate = clamp(estimate(), least, greatest);
        return MetricValue.between(
                estimate,
                clamp(estimate / (1 + ERROR_AT_99_PERCENT), least, greatest),
                clamp(estimate / (1 - ERROR_AT_99_PERCENT), least, greatest));
    }

    private static double clamp(double value, double least, double greatest) {
        return Math.max(least, Math.min(greatest, value));
    }

    private double estimate() {
        int[] counts = new int[LARGEST_RANK + 1];
        for (byte rank : registers) {
            counts[rank]++;
        }
        double z = REGISTERS * tau(1 - (double) counts[LARGEST_RANK] / REGISTERS);
        for (int rank = LARGEST_RANK - 1; rank >= 1; rank--) {
            z = 0.5 * (z + counts[rank]);
        }
        z += REGISTERS * sigma((double) counts[0] / REGISTERS);
        return REGISTERS * (REGISTERS / (2 * Math.log(2) * z));
    }

    private static double sigma(double share) {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double x = share;
        double y = 1;
        double z = share;
        double previous;
        do {
            x *= x;
            previous = z;
            z += x * y;
            y += y;
        } while (z != previous);
        return z;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double y = 1;
        double z = 1 - share;
        double previous;
        do {
            x = Math.sqrt(x);
            previous = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        } while (z != previous);
        return z / 3;
    }

    void writeTo(StateWriter out) {
        out.flag(registers != null);
        if (registers != null) {
            out.bytes(registers);
        } else {
            out.count(size);
            for (long hash : sortedHashes()) {
                out.word(hash);
            }
        }
    }

    static HyperLogLog read(StateReader in) {
        HyperLogLog result = new HyperLogLog();
        if (in.flag()) {
            result.hashes = null;
            result.registers = in.bytes(REGISTERS);
            for (byte rank : result.registers) {
                in.require(rank >= 0 && rank <= LARGEST_RANK, () -> "a register holds " + rank);
            }
            return result;
        }
        int size = in.length(Long.BYTES);
        in.require(size <= EXACT_LIMIT, () -> "a set of " + size + " hashes");
        for (int i = 0; i < size; i++) {
            result.add(in.word());
        }
        in.require(result.size == size, "repeated hashes");
        return result;
    }
}
