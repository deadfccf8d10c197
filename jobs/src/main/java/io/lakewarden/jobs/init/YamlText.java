package io.lakewarden.jobs.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as a YAML file has them: whatever the data's names and values hold, they stay what they are. */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final Pattern TAKEN = Pattern.compile("(?i)null|true|false|yes|no|on|off");
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[^\\x20-\\x7E\\xA0-\\u2027\\u202A-\\uD7FF\\uE000-\\uFEFE\\uFF00-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final int WIDTH = 110;

    private YamlText() {}

    /** A text or number as a value or key. */
    static String scalar(String text) {
        boolean number = NUMBER.matcher(text).matches();
        boolean word = PLAIN.matcher(text).matches() && !TAKEN.matcher(text).matches();
        return number || word ? text : quoted(text);
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

    /** A list in brackets, over several lines where it is long. */
    static String list(List<String> texts, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("[");
        for (int i = 0; i < texts.size(); i++) {
            String item = scalar(texts.get(i)) + (i < texts.size() - 1 ? "," : "]");
            if (line.length() > 1 && line.length() + item.length() + indent > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
            }
            line.append(line.toString().isBlank() || line.toString().equals("[") ? "" : " ")
                    .append(item);
        }
        lines.add(line.toString());
        return String.join("\n", lines);
    }

    /** A sentence as lines of comment. */
    static List<String> comment(String sentence, int indent) {
        String prefix = " ".repeat(indent) + "#";
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(prefix);
        for (String word : UNPRINTABLE.matcher(sentence).replaceAll(" ").split(" +", -1)) {
            if (line.length() > prefix.length() && line.length() + word.length() + 1 > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(prefix);
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
