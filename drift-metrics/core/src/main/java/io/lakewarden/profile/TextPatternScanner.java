package io.lakewarden.profile;

/** The tests behind {@link TextPattern}: no regular expressions, so that no text can make them slow. */
final class TextPatternScanner {
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_DATE = 40;
    private static final int LONGEST_IP = 45;
    private static final int LONGEST_SCHEME = 16;
    private static final int UUID_LENGTH = 36;

    private TextPatternScanner() {}

    static boolean isEmail(String text) {
        int at = text.length() > LONGEST_EMAIL ? -1 : text.indexOf('@');
        if (at < 1 || text.charAt(0) == '.' || text.charAt(at - 1) == '.') {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && "._%+'-".indexOf(c) < 0) {
                return false;
            }
        }
        return isDomain(text, at + 1);
    }

    private static boolean isDomain(String text, int from) {
        int labels = 1;
        int label = from;
        for (int i = from; i <= text.length(); i++) {
            char c = i == text.length() ? '.' : text.charAt(i);
            if (c == '.') {
                if (i == label || text.charAt(label) == '-' || text.charAt(i - 1) == '-') {
                    return false;
                }
                if (i < text.length()) {
                    labels++;
                    label = i + 1;
                }
            } else if (!isLetter(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return labels >= 2 && text.length() - label >= 2 && !isDigit(text.charAt(text.length() - 1));
    }

    static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !isHex(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isNumber(String text) {
        int end = text.length();
        if (end == 0 || end > LONGEST_NUMBER) {
            return false;
        }
        int start = isSign(text.charAt(0)) ? 1 : 0;
        int whole = digitsFrom(text, start);
        int next = start + whole;
        int fraction = 0;
        if (next < end && text.charAt(next) == '.') {
            fraction = digitsFrom(text, next + 1);
            next += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (next < end && (text.charAt(next) == 'e' || text.charAt(next) == 'E')) {
            next++;
            if (next < end && isSign(text.charAt(next))) {
                next++;
            }
            int exponent = digitsFrom(text, next);
            next += exponent;
            return exponent > 0 && next == end;
        }
        return next == end;
    }

    static boolean isDate(String text) {
        if (text.length() < 8 || text.length() > LONGEST_DATE || !isDigit(text.charAt(0))) {
            return false;
        }
        int[] parts = new int[3];
        int next = 0;
        char separator = 0;
        int yearAt = digitsFrom(text, 0) == 4 ? 0 : 2;
        for (int part = 0; part < 3; part++) {
            int digits = digitsFrom(text, next);
            if (part == yearAt ? digits != 4 : digits < 1 || digits > 2) {
                return false;
            }
            parts[part] = Integer.parseInt(text, next, next + digits, 10);
            next += digits;
            if (part < 2) {
                if (next == text.length() || (part == 1 && text.charAt(next) != separator)) {
                    return false;
                }
                separator = text.charAt(next++);
            }
        }
        boolean inOrder = yearAt == 0
                ? (separator == '-' || separator == '/') && isMonthAndDay(parts[1], parts[2])
                : separator == '.'
                        ? isMonthAndDay(parts[1], parts[0])
                        : (separator == '/' || separator == '-')
                                && (isMonthAndDay(parts[1], parts[0]) || isMonthAndDay(parts[0], parts[1]));
        return inOrder && (next == text.length() || isTime(text, next));
    }

    private static boolean isMonthAndDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** A time of day behind a date: {@code T} or a blank, hours and minutes, then digits of seconds and a zone. */
    private static boolean isTime(String text, int from) {
        int next = from + 1;
        if (text.charAt(from) != 'T' && text.charAt(from) != ' ') {
            return false;
        }
        int hours = digitsFrom(text, next);
        if (hours < 1 || hours > 2 || Integer.parseInt(text, next, next + hours, 10) > 24) {
            return false;
        }
        next += hours;
        if (next == text.length() || text.charAt(next) != ':' || digitsFrom(text, next + 1) != 2) {
            return false;
        }
        for (int i = next + 3; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && ":.,+-Z ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    static boolean isUrl(String text) {
        int colon = 0;
        int furthest = Math.min(text.length() - 1, LONGEST_SCHEME);
        while (colon < furthest && isInScheme(text.charAt(colon))) {
            colon++;
        }
        if (colon < 2 || !isLetter(text.charAt(0)) || !text.startsWith("://", colon)) {
            return false;
        }
        int end = Math.min(text.length(), TextPattern.LONGEST_TESTED);
        for (int i = colon + 3; i < end; i++) {
            if (Character.isWhitespace(text.charAt(i)) || Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return end > colon + 3;
    }

    private static boolean isInScheme(char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    }

    static boolean isIp(String text) {
        return text.length() >= 2 && text.length() <= LONGEST_IP && (isIpv4(text, 0) || isIpv6(text));
    }

    private static boolean isIpv4(String text, int from) {
        int next = from;
        for (int part = 0; part < 4; part++) {
            int digits = digitsFrom(text, next);
            if (digits < 1 || digits > 3 || Integer.parseInt(text, next, next + digits, 10) > 255) {
                return false;
            }
            next += digits;
            if (part < 3 && (next == text.length() || text.charAt(next++) != '.')) {
                return false;
            }
        }
        return next == text.length();
    }

    private static boolean isIpv6(String text) {
        int groups = 0;
        boolean gap = false;
        int next = 0;
        if (text.startsWith("::")) {
            gap = true;
            next = 2;
        }
        while (next < text.length()) {
            int digits = 0;
            while (next + digits < text.length() && isHex(text.charAt(next + digits))) {
                digits++;
            }
            int after = next + digits;
            if (after < text.length() && text.charAt(after) == '.') {
                groups += 2;
                return isIpv4(text, next) && (gap ? groups < 8 : groups == 8);
            }
            if (digits < 1 || digits > 4) {
                return false;
            }
            groups++;
            if (after == text.length()) {
                break;
            }
            if (text.charAt(after) != ':' || after + 1 == text.length()) {
                return false;
            }
            next = after + 1;
            if (text.charAt(next) == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                next++;
            }
        }
        return gap ? groups < 8 : groups == 8;
    }

    private static int digitsFrom(String text, int from) {
        int next = from;
        while (next < text.length() && isDigit(text.charAt(next))) {
            next++;
        }
        return next - from;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
