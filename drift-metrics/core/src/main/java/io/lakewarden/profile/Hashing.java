package io.lakewarden.profile;

/** 64-bit hashes that are the same on every machine and in every version of the codec. */
final class Hashing {
    /** The fractions of √2, π, √3 and e: bits without a pattern, and no word of ASCII among them. */
    private static final long TEXT_SEED = 0x6a09e667f3bcc908L;

    private static final long FIRST_KEY = 0x243f6a8885a308d3L;
    private static final long SECOND_KEY = 0xbb67ae8584caa73bL;
    private static final long THIRD_KEY = 0xb7e151628aed2a6aL;
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

    /**
     * Of a text in UTF-8, by folded multiplication: two words of eight bytes, each mixed with a constant or with what came
     * before, are multiplied to 128 bits, of which one half is laid over the other. The last 16 bytes are taken whole,
     * overlapping those before; shorter texts are spread over the two words. The length goes in last.
     */
    static long of(byte[] utf8, int from, int length) {
        int end = from + length;
        long hash = TEXT_SEED;
        long first;
        long second;
        if (length >= Long.BYTES) {
            int last = end - 2 * Long.BYTES;
            for (int i = from; i < last; i += 2 * Long.BYTES) {
                hash = fold(Utf8.word(utf8, i) ^ FIRST_KEY, Utf8.word(utf8, i + Long.BYTES) ^ hash);
            }
            first = Utf8.word(utf8, length < 2 * Long.BYTES ? from : last);
            second = Utf8.word(utf8, end - Long.BYTES);
        } else if (length >= Integer.BYTES) {
            first = Utf8.half(utf8, from);
            second = Utf8.half(utf8, end - Integer.BYTES);
        } else {
            first = length == 0 ? 0 : (utf8[from] & 0xFF) | (utf8[from + length / 2] & 0xFF) << 8;
            second = length == 0 ? 0 : utf8[end - 1] & 0xFF;
        }
        return fold(fold(first ^ FIRST_KEY, second ^ hash) ^ SECOND_KEY, length ^ THIRD_KEY);
    }

    /** Both halves of the product, one laid over the other. */
    private static long fold(long a, long b) {
        return Math.multiplyHigh(a, b) ^ (a * b);
    }
}
