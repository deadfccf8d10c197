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

    /** Digits or hexadecimal digits in a part of an IP address. */
    private static final int LONGEST_GROUP = 4;

    /** How many patterns there are. */
    static final int COUNT = values().length;

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
     * A bit for each pattern that the text matches. Only plausible texts reach a scanner: what they begin with tells most
     * numbers, dates and addresses from all else.
     *
     * @param mayHoldAt false only if there surely is no {@code @}
     * @param mayHoldColon false only if there surely is no colon
     */
    static int matchesOf(byte[] text, int from, int to, boolean mayHoldAt, boolean mayHoldColon) {
        if (from == to) {
            return 0;
        }
        if (TextPatternScanner.isUuid(text, from, to)) {
            return UUID.bit();
        }
        int bits = 0;
        if (mayHoldAt && TextPatternScanner.isEmail(text, from, to)) {
            bits |= EMAIL.bit();
        }
        if (mayHoldColon && TextPatternScanner.isUrl(text, from, to)) {
            bits |= URL.bit();
        }
        int furthest = Math.min(to, from + TextPatternScanner.LONGEST_NUMBER + 1);
        int digits = TextPatternScanner.endOfDigits(text, from, furthest) - from;
        byte next = from + digits == to ? 0 : text[from + digits];
        boolean dotted = next == '.';
        if ((digits == to - from || dotted || (digits == 0 ? next == '+' || next == '-' : next == 'e' || next == 'E'))
                && TextPatternScanner.isNumber(text, from, to)) {
            bits |= NUMBER.bit();
        }
        if (digits > 0 && (dotted || next == '-' || next == '/') && TextPatternScanner.isDate(text, from, to)) {
            bits |= DATE.bit();
        }
        if ((mayHoldColon ? digits <= LONGEST_GROUP && next != '-' && next != '/' : digits > 0 && dotted)
                && TextPatternScanner.isIp(text, from, to)) {
            bits |= IP.bit();
        }
        return bits;
    }

    private int bit() {
        return 1 << index;
    }
}
