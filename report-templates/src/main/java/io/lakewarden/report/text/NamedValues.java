package io.lakewarden.report.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and values as people write them: one {@code name = value} on each line, in UTF-8; a line that begins with
 * {@code #} is a comment. A character may be written as {@code \}{@code u00e4}, as some editors do.
 */
public final class NamedValues {
    private static final Pattern LINE = Pattern.compile("\\s*([^\\s=#][^\\s=]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private NamedValues() {}

    /**
     * One value.
     *
     * @param text the value
     * @param line the line that it stands on, from 1
     */
    public record Value(String text, int line) {}

    /**
     * The values by name, in their order.
     *
     * @param problems hears of each line that is none, with its number
     */
    public static Map<String, Value> parse(String text, BiConsumer<Integer, String> problems) {
        Map<String, Value> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (!matcher.matches()) {
                problems.accept(number, "'" + line.strip() + "' is no 'name = value'");
                continue;
            }
            Value first = values.putIfAbsent(matcher.group(1), new Value(unescaped(matcher.group(2)), number));
            if (first != null) {
                problems.accept(
                        number,
                        "'" + matcher.group(1) + "' stands on line " + first.line() + " already; leave one out");
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escaped.group(1), 16))));
    }
}
