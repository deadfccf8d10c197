package io.lakewarden.drift;

/** SplitMix64's integers, which other languages draw by the same plain arithmetic. */
final class SplitMix {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SplitMix() {}

    /** The integer at a place of the sequence that a seed begins. */
    static long draw(long seed, int place) {
        return mix(seed + (place + 1L) * GOLDEN);
    }

    static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** One of so many, from 0. */
    static int choice(long bits, int of) {
        return (int) Long.remainderUnsigned(bits, of);
    }
}
