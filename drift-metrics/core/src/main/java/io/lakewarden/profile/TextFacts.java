package io.lakewarden.profile;

import java.util.HexFormat;

/**
 * What a profile needs to know of one text.
 *
 * @param key the text itself, or a prefix, "…" and a hash if it is longer than {@value #LONGEST_KEPT} code points
 * @param hash of the whole text
 * @param length in code points
 * @param blank whether there is nothing but white space
 * @param patterns the patterns it matches, one bit for each at its {@link TextPattern#index}
 */
record TextFacts(String key, long hash, int length, boolean blank, int patterns) {
    static final int LONGEST_KEPT = 256;

    static TextFacts of(String value) {
        int length = value.codePointCount(0, value.length());
        return new TextFacts(keyOf(value), Hashing.of(value), length, value.isBlank(), TextPattern.matchesOf(value));
    }

    /** How the text is kept. */
    static String keyOf(String value) {
        if (value.length() <= LONGEST_KEPT || value.codePointCount(0, value.length()) <= LONGEST_KEPT) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, LONGEST_KEPT))
                + "…"
                + HexFormat.of().toHexDigits(Hashing.of(value));
    }
}
