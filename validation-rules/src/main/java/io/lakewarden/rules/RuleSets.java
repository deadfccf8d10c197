package io.lakewarden.rules;

import io.lakewarden.yaml.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets of rules that ship with Lakewarden. What they say of a column is said of the one that plays its part. */
public final class RuleSets {
    /** Their names. */
    public static final List<String> NAMES = List.of("predictions", "labels", "events");

    private static final Pattern PART = Pattern.compile("\\{\\{([a-z]+)}}");

    private RuleSets() {}

    /**
     * The rules of a set.
     *
     * @param columns the paths of columns, by the part that they play: {@code id}, {@code prediction}, {@code label},
     *     {@code time}
     * @throws IllegalArgumentException if there is no such set, or it lacks a column
     */
    public static List<Rule> read(String name, Map<String, String> columns) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("'" + name + "' is no set of rules; expected one of "
                    + String.join(", ", NAMES) + Nearest.hint(name, NAMES));
        }
        String text = text(name);
        TreeSet<String> missing = new TreeSet<>();
        StringBuilder filled = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String column = columns.get(part.group(1));
            if (column == null) {
                missing.add(part.group(1));
            } else {
                part.appendReplacement(filled, Matcher.quoteReplacement(escaped(column)));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the set '" + name + "' needs the column of "
                    + String.join(" and of ", missing) + "; name it under columns, as in {" + missing.first()
                    + ": my_column}");
        }
        return RuleText.read(Path.of(name + ".yaml"), part.appendTail(filled).toString());
    }

    /** Inside double quotes of YAML. */
    private static String escaped(String column) {
        return column.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    private static String text(String name) {
        try (InputStream in = RuleSets.class.getResourceAsStream(name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks the rules '" + name + "'", e);
        }
    }
}
