package io.lakewarden.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies unified diffs, and refuses those that do not fit. */
final class Patches {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    private Patches() {}

    static String apply(String text, String diff) {
        List<String> before = text.lines().toList();
        List<String> after = new ArrayList<>();
        int next = 0;
        for (String line : diff.lines().skip(2).toList()) {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                int start = Integer.parseInt(hunk.group(1)) - 1;
                after.addAll(before.subList(next, start));
                next = start;
                require(after.size() == Integer.parseInt(hunk.group(3)) - 1, line);
            } else if (line.startsWith("+")) {
                after.add(line.substring(1));
            } else {
                require(before.get(next).equals(line.substring(1)), line);
                if (line.startsWith(" ")) {
                    after.add(line.substring(1));
                }
                next++;
            }
        }
        after.addAll(before.subList(next, before.size()));
        return String.join("\n", after) + "\n";
    }

    private static void require(boolean condition, String line) {
        if (!condition) {
            throw new AssertionError("does not fit: " + line);
        }
    }
}
