package io.lakewarden.profile;

/**
 * Forms that whole texts are tested for, by hand-written scanners that look at each character once and at no more than
 * {@value #LONGEST_TESTED} of them. Patterns overlap: a whole number may also be a part of other forms.
 */
public enum TextPattern {
    /** {@code local@domain.tld}: letters, digits and {@code ._%+'-} before one {@code @}, dotted labels behind it. */
    EMAIL(0),
    /** 8-4-4-4-12 hexadecimal digits. */
    UUID(1),
    /** {@code yyyy-MM-dd}, {@code yyyy/MM/dd}, {@code dd.MM.yyyy} or {@code d/M/yyyy} in either order, time optional. */
    DATE(2),
    /** A decimal number with a point, optional sign and exponent. */
    NUMBER(3),
    /** {@code scheme://} and something without white space. */
    URL(4),
    /** An IPv4 address in four decimal parts, or an IPv6 address. */
    IP(5);

    /** Longer texts match nothing but {@link #URL}, of which this many characters are looked at. */
    static final int LONGEST_TESTED = 2048;

    private static final TextPattern[] ALL = values();

    /** How many patterns there are. */
    static final int COUNT = ALL.length;

    /** Its place in counts and encodings, which never changes. */
    private final int index;

    TextPattern(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }

    /** Whether the text has this form. */
    public boolean matches(String text) {
        return switch (this) {
            case EMAIL -> TextPatternScanner.isEmail(text);
            case UUID -> TextPatternScanner.isUuid(text);
            case DATE -> TextPatternScanner.isDate(text);
            case NUMBER -> TextPatternScanner.isNumber(text);
            case URL -> TextPatternScanner.isUrl(text);
            case IP -> TextPatternScanner.isIp(text);
        };
    }

    /** A bit for each pattern that the text matches. */
    static int matchesOf(String text) {
        int bits = 0;
        for (TextPattern pattern : ALL) {
            if (pattern.matches(text)) {
                bits |= 1 << pattern.index;
            }
        }
        return bits;
    }
}
