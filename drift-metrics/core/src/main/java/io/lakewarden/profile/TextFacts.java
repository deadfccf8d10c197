package io.lakewarden.profile;

/**
 * What a profile needs to know of one text, in one word: its length in code points, whether it is blank, and a bit for each
 * pattern that it matches, at the pattern's {@link TextPattern#index}.
 */
final class TextFacts {
    /** Longer texts are kept as their first code points, "…" and a hash of the whole. */
    static final int LONGEST_KEPT = 256;

    /** Of bytes that are no text. */
    static final long ILL_FORMED = -1;

    private static final int LENGTH_SHIFT = 8;
    private static final long BLANK = 1 << 7;
    private static final long PATTERNS = BLANK - 1;

    private static final long UUID =
            ((long) TextPatternScanner.UUID_LENGTH << LENGTH_SHIFT) | (1L << TextPattern.UUID.index());

    private static final long LOW_BITS = ~Utf8.HIGH_BITS;
    private static final long ALL_AT = 0x4040404040404040L;
    private static final long ALL_COLONS = 0x3A3A3A3A3A3A3A3AL;
    private static final byte[] ELLIPSIS = Utf8.encode("…");
    private static final int HASH_DIGITS = 16;

    /** No text is kept in more bytes. */
    static final int LONGEST_KEY = LONGEST_KEPT * 4 + ELLIPSIS.length + HASH_DIGITS;

    private TextFacts() {}

    /** Everything about the text in these bytes, or {@link #ILL_FORMED}. */
    static long of(byte[] utf8, int from, int length) {
        if (TextPatternScanner.isUuid(utf8, from, from + length)) {
            // the most frequent form of ids matches nothing else and needs no second look
            return UUID;
        }
        int last = from + length - Long.BYTES;
        long word = last < from ? Utf8.tail(utf8, from, from + length) : Utf8.word(utf8, last);
        long high = word;
        long withoutAt = without(word, ALL_AT);
        long withoutColon = without(word, ALL_COLONS);
        for (int i = from; i < last; i += Long.BYTES) {
            word = Utf8.word(utf8, i);
            high |= word;
            withoutAt &= without(word, ALL_AT);
            withoutColon &= without(word, ALL_COLONS);
        }
        long facts = lengthAndBlank(utf8, from, length, (high & Utf8.HIGH_BITS) == 0);
        return facts == ILL_FORMED
                ? facts
                : facts
                        | TextPattern.matchesOf(
                                utf8,
                                from,
                                from + length,
                                (withoutAt & Utf8.HIGH_BITS) != Utf8.HIGH_BITS,
                                (withoutColon & Utf8.HIGH_BITS) != Utf8.HIGH_BITS);
    }

    /** The length of the text in these bytes and whether it is blank, or {@link #ILL_FORMED}; no patterns. */
    static long withoutPatterns(byte[] utf8, int from, int length) {
        int last = from + length - Long.BYTES;
        long high = last < from ? Utf8.tail(utf8, from, from + length) : Utf8.word(utf8, last);
        for (int i = from; i < last; i += Long.BYTES) {
            high |= Utf8.word(utf8, i);
        }
        return lengthAndBlank(utf8, from, length, (high & Utf8.HIGH_BITS) == 0);
    }

    /** The high bit of each byte that is surely not the character; some bytes beyond ASCII are taken for it in vain. */
    private static long without(long word, long eightTimes) {
        return ((word ^ eightTimes) & LOW_BITS) + LOW_BITS;
    }

    private static long lengthAndBlank(byte[] utf8, int from, int length, boolean ascii) {
        int codePoints = ascii ? length : Utf8.codePoints(utf8, from, from + length);
        if (codePoints < 0) {
            return ILL_FORMED;
        }
        return (long) codePoints << LENGTH_SHIFT | (isBlank(utf8, from, from + length) ? BLANK : 0);
    }

    private static boolean isBlank(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i += Utf8.width(utf8[i])) {
            // no white space lies between the blank and the end of ASCII
            if (utf8[i] > ' ' || !Character.isWhitespace(Utf8.codePointAt(utf8, i))) {
                return false;
            }
        }
        return true;
    }

    /** In code points. */
    static int length(long facts) {
        return (int) (facts >>> LENGTH_SHIFT);
    }

    /** Whether there is nothing but white space. */
    static boolean blank(long facts) {
        return (facts & BLANK) != 0;
    }

    /** A bit for each pattern that the text matches. */
    static int patterns(long facts) {
        return (int) (facts & PATTERNS);
    }

    /** Whether the text is a UUID, the most frequent form of identifiers. */
    static boolean isUuid(long facts) {
        return facts == UUID;
    }

    /** Where the first {@value #LONGEST_KEPT} code points end in a key that {@link #keyOf} made and that ends here. */
    static int endOfPrefix(int to) {
        return to - ELLIPSIS.length - HASH_DIGITS;
    }

    /** How a text is kept that is longer than {@value #LONGEST_KEPT} code points. */
    static byte[] keyOf(byte[] utf8, int from, int length, long hash) {
        int prefix = Utf8.offset(utf8, from, from + length, LONGEST_KEPT) - from;
        byte[] key = new byte[prefix + ELLIPSIS.length + HASH_DIGITS];
        System.arraycopy(utf8, from, key, 0, prefix);
        System.arraycopy(ELLIPSIS, 0, key, prefix, ELLIPSIS.length);
        long rest = hash;
        for (int i = key.length - 1; i >= prefix + ELLIPSIS.length; i--) {
            key[i] = (byte) Character.forDigit((int) rest & 0xF, 16);
            rest >>>= 4;
        }
        return key;
    }
}
