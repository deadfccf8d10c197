package io.lakewarden.benchmarks.profile.table;

/**
 * Numbers drawn from 64 random bits. Only exactly rounded arithmetic, so that every machine draws the same.
 */
final class Draw {
    private static final double UNIT = 0x1p-53;

    private Draw() {}

    /** SplitMix64's finalizer after G. Steele, D. Lea and C. Flood (2014): a bijection that scatters all bits. */
    static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform on [0, 1). */
    static double uniform(long bits) {
        return (bits >>> 11) * UNIT;
    }

    /** Bell-shaped with mean 0 and standard deviation 1: the standardized sum of four uniform numbers. */
    static double bell(long bits) {
        long second = mix(bits);
        long third = mix(second);
        double sum = uniform(bits) + uniform(second) + uniform(third) + uniform(mix(third));
        return (sum - 2) * Math.sqrt(3);
    }

    /** At least 1 with the heavy tail of Pareto's distribution of exponent 2: no finite variance. */
    static double pareto(long bits) {
        return 1 / Math.sqrt(1 - uniform(bits));
    }

    /** Uniform on 0 … bound - 1. */
    static int below(int bound, long bits) {
        return (int) (uniform(bits) * bound);
    }
}
