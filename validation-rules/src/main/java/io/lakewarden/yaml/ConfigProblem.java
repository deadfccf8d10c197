package io.lakewarden.yaml;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing wrong in a file.
 *
 * @param file the file as the user named it
 * @param line line of the offending text, from 1
 * @param column column of the offending text, from 1
 * @param message what was found, what is expected and, where there is one, the nearest valid name
 */
public record ConfigProblem(String file, int line, int column, String message) implements Comparable<ConfigProblem> {
    private static final Comparator<ConfigProblem> BY_PLACE = Comparator.comparing(ConfigProblem::file)
            .thenComparingInt(ConfigProblem::line)
            .thenComparingInt(ConfigProblem::column)
            .thenComparing(ConfigProblem::message);

    public ConfigProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public int compareTo(ConfigProblem other) {
        return BY_PLACE.compare(this, other);
    }

    /** {@code FILE:LINE:COLUMN: MESSAGE}, which editors and terminals turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
