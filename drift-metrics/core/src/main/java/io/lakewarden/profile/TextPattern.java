package io.lakewarden.profile;

/**
 * Forms that whole texts are tested for, by hand-written scanners that look at each character once or twice and at no more
 * than {@value #LONGEST_TESTED} of them. Patterns overlap: a whole number may also be a part of other forms.
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
        byte[] utf8 = Utf8.encode(text);
        return matches(utf8, 0, utf8.length);
    }

    private boolean matches(byte[] text, int from, int to) {
        return switch (this) {
            case EMAIL -> TextPatternScanner.isEmail(text, from, to);
            case UUID -> TextPatternScanner.isUuid(text, from, to);
            case DATE -> TextPatternScanner.isDate(text, from, to);
            case NUMBER -> TextPatternScanner.isNumber(text, from, to);
            case URL -> TextPatternScanner.isUrl(text, from, to);
            case IP -> TextPatternScanner.isIp(text, from, to);
        };
    }

    /**
     * A bit for each pattern that the text matches. Only plausible texts reach a scanner.
     *
     * @param mayHoldAt false only if there surely is no {@code @}
     * @param mayHoldColon false only if there surely is no colon
     */
    static int matchesOf(byte[] text, int from, int to, boolean mayHoldAt, boolean mayHoldColon) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int bits = 0;
        byte first = text[from];
        boolean digit = first >= '0' && first <= '9';
        if (digit || first == '.' || first == '+' || first == '-') {
            bits |= bit(NUMBER, text, from, to);
        }
        if (digit) {
            bits |= bit(DATE, text, from, to);
        }
        if (digit || mayHoldColon) {
            bits |= bit(IP, text, from, to);
        }
        if (mayHoldColon) {
            bits |= bit(URL, text, from, to);
        }
        if (mayHoldAt) {
            bits |= bit(EMAIL, text, from, to);
        }
        if (length == TextPatternScanner.UUID_LENGTH) {
            bits |= bit(UUID, text, from, to);
        }
        return bits;
    }

    private static int bit(TextPattern pattern, byte[] text, int from, int to) {
        return pattern.matches(text, from, to) ? 1 << pattern.index : 0;
    }
}
