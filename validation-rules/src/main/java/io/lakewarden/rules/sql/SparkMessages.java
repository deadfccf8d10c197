package io.lakewarden.rules.sql;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Spark's errors for people: the sentence that helps, without error classes, plans and traces. */
public final class SparkMessages {
    private SparkMessages() {}

    /** The first paragraph of a message, on one line, without a full stop. */
    public static String brief(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return Arrays.stream(message.strip().split("\n", -1))
                .takeWhile(line -> !line.isBlank() && !line.startsWith("== ") && !line.startsWith("'"))
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                .replaceFirst("; ?line \\d+ pos \\d+;?$", "")
                .replaceFirst("\\(line \\d+, pos \\d+\\)$", "")
                .strip()
                .replaceFirst("\\.$", "");
    }
}
