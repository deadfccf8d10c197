package io.lakewarden.simulator;

/**
 * Random numbers that depend on nothing but their key: SplitMix64 and {@link StrictMath}, so that every machine and
 * every Java version draws the same data.
 */
final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /** The stream of one row of one month; streams of different keys are independent. */
    static RandomStream of(long seed, int month, int row, Use use) {
        long key = mix(seed + GOLDEN_GAMMA);
        key = mix(key + month * GOLDEN_GAMMA);
        key = mix(key + (row + 1L) * GOLDEN_GAMMA);
        return new RandomStream(mix(key + use.number * GOLDEN_GAMMA));
    }

    /** What a stream is drawn for; an incident draws from its own, so that it leaves all other draws alone. */
    enum Use {
        APPLICANT(1),
        INCIDENT(2),
        DECISION(3),
        OUTCOME(4);

        private final long number;

        Use(long number) {
            this.number = number;
        }
    }

    long bits() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform on the open interval (0, 1). */
    double uniform() {
        return ((bits() >>> 11) + 0.5) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, by Box and Muller; two uniforms each, so that the number of draws is fixed. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(uniform());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
