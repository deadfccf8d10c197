package io.lakewarden.profile;

/**
 * The tests behind {@link TextPattern}, on the part of an array that holds well-formed UTF-8: no regular expressions, so
 * that no text can make them slow. The bytes of characters beyond ASCII are negative, hence in no class of characters.
 */
final class TextPatternScanner {
    static final int UUID_LENGTH = 36;
    static final int LONGEST_NUMBER = 64;

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_DATE = 40;
    private static final int LONGEST_IP = 45;
    private static final int LONGEST_SCHEME = 16;

    private static final long ALL_CASE_BITS = 0x2020202020202020L;
    private static final int ZERO_FOR_DASH = '-' ^ '0';

    private static final int LETTER = 1;
    private static final int HEXADECIMAL = 1 << 1;

    /** In the local part of an e-mail address. */
    private static final int LOCAL = 1 << 2;

    /** In a label of a domain. */
    private static final int LABEL = 1 << 3;

    private static final int SCHEME = 1 << 4;

    /** What each byte can be a part of; those beyond ASCII of nothing. */
    private static final byte[] KINDS = kinds();

    private TextPatternScanner() {}

    static boolean isEmail(byte[] text, int from, int to) {
        int at = to - from > LONGEST_EMAIL ? from : endOfLocal(text, from, to);
        if (at == from || at == to || text[at] != '@' || text[from] == '.' || text[at - 1] == '.') {
            return false;
        }
        return isDomain(text, at + 1, to);
    }

    /** Where the local part of an e-mail address ends. */
    private static int endOfLocal(byte[] text, int from, int to) {
        int next = from;
        while (next < to && is(text[next], LOCAL)) {
            next++;
        }
        return next;
    }

    private static boolean isDomain(byte[] text, int from, int to) {
        int labels = 1;
        int label = from;
        for (int i = from; i <= to; i++) {
            byte c = i == to ? (byte) '.' : text[i];
            if (c == '.') {
                if (i == label || text[label] == '-' || text[i - 1] == '-') {
                    return false;
                }
                if (i < to) {
                    labels++;
                    label = i + 1;
                }
            } else if (!is(c, LABEL)) {
                return false;
            }
        }
        return labels >= 2 && to - label >= 2 && !isDigit(text[to - 1]);
    }

    /** Eight characters at a time, with zeros in the place of the dashes. */
    static boolean isUuid(byte[] text, int from, int to) {
        if (to - from != UUID_LENGTH
                || text[from + 8] != '-'
                || text[from + 13] != '-'
                || text[from + 18] != '-'
                || text[from + 23] != '-') {
            return false;
        }
        long hex = hexDigits(Utf8.word(text, from))
                & hexDigits(Utf8.word(text, from + 8) ^ (ZERO_FOR_DASH | (long) ZERO_FOR_DASH << 40))
                & hexDigits(Utf8.word(text, from + 16) ^ ((long) ZERO_FOR_DASH << 16 | (long) ZERO_FOR_DASH << 56))
                & hexDigits(Utf8.word(text, from + 24))
                & hexDigits(Utf8.word(text, from + 28));
        return hex == Utf8.HIGH_BITS;
    }

    /** The high bit of each byte that is a hexadecimal digit. */
    private static long hexDigits(long word) {
        long ascii = word & ~Utf8.HIGH_BITS;
        long letters = ascii | ALL_CASE_BITS;
        long digit = notBelow(ascii, '0') & ~notBelow(ascii, '9' + 1);
        long letter = notBelow(letters, 'a') & ~notBelow(letters, 'f' + 1);
        return (digit | letter) & ~word & Utf8.HIGH_BITS;
    }

    /** The high bit of each byte below 128 that is not less than the limit. */
    private static long notBelow(long word, int limit) {
        return word + 0x0101010101010101L * (0x80 - limit);
    }

    static boolean isNumber(byte[] text, int from, int to) {
        if (from == to || to - from > LONGEST_NUMBER) {
            return false;
        }
        int start = isSign(text[from]) ? from + 1 : from;
        int next = endOfDigits(text, start, to);
        int digits = next - start;
        if (next < to && text[next] == '.') {
            int fraction = next + 1;
            next = endOfDigits(text, fraction, to);
            digits += next - fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (next < to && (text[next] == 'e' || text[next] == 'E')) {
            next++;
            if (next < to && isSign(text[next])) {
                next++;
            }
            return next < to && endOfDigits(text, next, to) == to;
        }
        return next == to;
    }

    static boolean isDate(byte[] text, int from, int to) {
        if (to - from < 8 || to - from > LONGEST_DATE) {
            return false;
        }
        int first = endOfDigits(text, from, to);
        boolean yearFirst = first - from == 4;
        if (first == to || first == from || (first - from > 2 && !yearFirst)) {
            return false;
        }
        byte separator = text[first];
        int second = endOfDigits(text, first + 1, to);
        int middle = second - first - 1;
        if (middle < 1 || middle > 2 || second == to || text[second] != separator) {
            return false;
        }
        int third = endOfDigits(text, second + 1, to);
        int last = third - second - 1;
        if (yearFirst ? last < 1 || last > 2 : last != 4) {
            return false;
        }
        int month = number(text, first + 1, second);
        int day = yearFirst ? number(text, second + 1, third) : number(text, from, first);
        boolean valid = yearFirst
                ? (separator == '-' || separator == '/') && isMonthAndDay(month, day)
                : (separator == '.' && isMonthAndDay(month, day))
                        || ((separator == '/' || separator == '-')
                                && (isMonthAndDay(month, day) || isMonthAndDay(day, month)));
        return valid && (third == to || isTime(text, third, to));
    }

    private static boolean isMonthAndDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A time of day behind a date: {@code T} or a blank, hours and minutes, then digits of seconds and a zone. */
    private static boolean isTime(byte[] text, int from, int to) {
        if (text[from] != 'T' && text[from] != ' ') {
            return false;
        }
        int colon = endOfDigits(text, from + 1, to);
        int hours = colon - from - 1;
        if (hours < 1 || hours > 2 || number(text, from + 1, colon) > 24) {
            return false;
        }
        if (colon == to || text[colon] != ':' || endOfDigits(text, colon + 1, to) != colon + 3) {
            return false;
        }
        for (int i = colon + 3; i < to; i++) {
            if (!isDigit(text[i]) && ":.,+-Z ".indexOf(text[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isUrl(byte[] text, int from, int to) {
        int colon = from;
        int furthest = Math.min(to - 1, from + LONGEST_SCHEME);
        while (colon < furthest && is(text[colon], SCHEME)) {
            colon++;
        }
        if (colon - from < 2
                || !isLetter(text[from])
                || to - colon < 3
                || text[colon] != ':'
                || text[colon + 1] != '/'
                || text[colon + 2] != '/') {
            return false;
        }
        int left = TextPattern.LONGEST_TESTED - (colon + 3 - from);
        for (int i = colon + 3; i < to && left > 0; i += Utf8.width(text[i])) {
            int c = Utf8.codePointAt(text, i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return false;
            }
            left -= Character.charCount(c);
        }
        return to > colon + 3;
    }

    static boolean isIp(byte[] text, int from, int to) {
        return to - from >= 2 && to - from <= LONGEST_IP && (isIpv4(text, from, to) || isIpv6(text, from, to));
    }

    private static boolean isIpv4(byte[] text, int from, int to) {
        int next = from;
        for (int part = 0; part < 4; part++) {
            int end = endOfDigits(text, next, to);
            if (end == next || end - next > 3 || number(text, next, end) > 255) {
                return false;
            }
            next = end;
            if (part < 3 && (next == to || text[next++] != '.')) {
                return false;
            }
        }
        return next == to;
    }

    private static boolean isIpv6(byte[] text, int from, int to) {
        int groups = 0;
        boolean gap = false;
        int next = from;
        if (text[from] == ':' && text[from + 1] == ':') {
            gap = true;
            next = from + 2;
        }
        while (next < to) {
            int after = next;
            while (after < to && is(text[after], HEXADECIMAL)) {
                after++;
            }
            if (after < to && text[after] == '.') {
                groups += 2;
                return isIpv4(text, next, to) && (gap ? groups < 8 : groups == 8);
            }
            if (after == next || after - next > 4) {
                return false;
            }
            groups++;
            if (after == to) {
                break;
            }
            if (text[after] != ':' || after + 1 == to) {
                return false;
            }
            next = after + 1;
            if (text[next] == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                next++;
            }
        }
        return gap ? groups < 8 : groups == 8;
    }

    static int endOfDigits(byte[] text, int from, int to) {
        int next = from;
        while (next < to && isDigit(text[next])) {
            next++;
        }
        return next;
    }

    /** The number in a few digits. */
    private static int number(byte[] text, int from, int to) {
        int result = 0;
        for (int i = from; i < to; i++) {
            result = result * 10 + text[i] - '0';
        }
        return result;
    }

    private static boolean isSign(byte c) {
        return c == '+' || c == '-';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(byte c) {
        return is(c, LETTER);
    }

    private static boolean is(byte c, int kinds) {
        return (KINDS[c & 0xFF] & kinds) != 0;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << Byte.SIZE];
        for (int c = 'a'; c <= 'z'; c++) {
            int letter = LETTER | LOCAL | LABEL | SCHEME | (c <= 'f' ? HEXADECIMAL : 0);
            kinds[c] = (byte) letter;
            kinds[c - 'a' + 'A'] = (byte) letter;
        }
        for (int c = '0'; c <= '9'; c++) {
            kinds[c] = LOCAL | LABEL | SCHEME | HEXADECIMAL;
        }
        for (int c : new int[] {'.', '_', '%', '+', '\'', '-'}) {
            kinds[c] |= LOCAL;
        }
        for (int c : new int[] {'.', '+', '-'}) {
            kinds[c] |= SCHEME;
        }
        kinds['-'] |= LABEL;
        return kinds;
    }
}
