package io.lakewarden.report.text;

/**
 * People's own text, fit for display: what cannot be seen is made visible, and what is long is cut. It is not escaped
 * here; the templates escape everything.
 *
 * @param shown what the page shows
 * @param full the whole text where it was cut, otherwise null, which leaves the attribute away
 */
public record Text(String shown, String full) {
    private static final int LONGEST = 80;
    private static final int LONGEST_SENTENCE = 400;

    /** A name or a value. */
    public static Text of(String text) {
        return cut(text, LONGEST);
    }

    /** A sentence, which may hold names and values. */
    public static Text ofSentence(String text) {
        return cut(text, LONGEST_SENTENCE);
    }

    private static Text cut(String text, int longest) {
        String clean = visible(text);
        if (clean.codePointCount(0, clean.length()) <= longest) {
            return new Text(clean, null);
        }
        return new Text(clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…", clean);
    }

    /** The text with control characters as their pictures and halves of characters as U+FFFD. */
    private static String visible(String text) {
        if (text.isEmpty()) {
            return "(empty)";
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(visible(point)));
        return clean.toString();
    }

    private static int visible(int point) {
        if (point < 0x20) {
            return 0x2400 + point;
        }
        if (point == 0x7f) {
            return 0x2421;
        }
        boolean unseen = point < 0xa0 && Character.isISOControl(point);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return unseen || half ? 0xfffd : point;
    }
}
