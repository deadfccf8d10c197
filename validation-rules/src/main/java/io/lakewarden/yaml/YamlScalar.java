package io.lakewarden.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts and numbers as a YAML file has them: whatever names and values hold, they stay what they are. */
public final class YamlScalar {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern TAKEN = Pattern.compile("(?i)null|true|false|yes|no|on|off");
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[^\\x20-\\x7E\\xA0-\\u2027\\u202A-\\uD7FF\\uE000-\\uFEFE\\uFF00-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private YamlScalar() {}

    /** A text or number as a value or key, in quotes where YAML would make something else of it. */
    public static String of(String text) {
        boolean number = NUMBER.matcher(text).matches();
        boolean word = PLAIN.matcher(text).matches() && !TAKEN.matcher(text).matches();
        return number || word ? text : quoted(text);
    }

    /** A text as a part of a comment: on one line, whatever it holds. */
    public static String inComment(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (UNPRINTABLE.matcher(Character.toString(c)).matches()) {
                quoted.append(
                        c > 0xFFFF
                                ? String.format(Locale.ROOT, "\\U%08X", c)
                                : String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
