package io.lakewarden.profile;

/** 64-bit hashes that are the same on every machine and in every version of the codec. */
final class Hashing {
    private static final long TEXT_SEED = 0xcbf29ce484222325L;
    private static final long TEXT_PRIME = 0x100000001b3L;
    private static final long WIDE_SEED = 0x2545f4914f6cdd1dL;

    private Hashing() {}

    /** Spreads every bit of the input over all bits of the result (the finaliser of SplitMix64). */
    static long mix(long bits) {
        long z = bits + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Of a number that is neither NaN nor -0.0. */
    static long of(double value) {
        return mix(Double.doubleToRawLongBits(value));
    }

    /** Of a whole number that no double holds. */
    static long ofWide(long value) {
        return mix(mix(value) ^ WIDE_SEED);
    }

    /** FNV-1a over the UTF-16 units, then mixed. */
    static long of(String value) {
        long hash = TEXT_SEED;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * TEXT_PRIME;
        }
        return mix(hash ^ value.length());
    }
}
