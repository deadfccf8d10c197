package io.lakewarden.result;

import java.util.Objects;

/**
 * One judged fact. The verdict of a run and its exit code read findings only.
 *
 * @param key stable across windows, unique within a run: {@code source/column/check}
 * @param source what judged: {@code data-drift}, {@code prediction-drift}, {@code schema}, …
 * @param column the column judged, or {@link #TABLE} for the whole table
 * @param status the judgement
 * @param observed what was seen, for people
 * @param expected what was expected, for people
 * @param sentence the whole fact in one sentence
 */
public record Finding(
        String key, String source, String column, Status status, String observed, String expected, String sentence) {
    /** The column name that stands for the whole table. */
    public static final String TABLE = ":table";

    public Finding {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(observed, "observed");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(sentence, "sentence");
    }

    /** A finding whose key is made of source, column and the name of the check. */
    public static Finding of(
            String source,
            String column,
            String check,
            Status status,
            String observed,
            String expected,
            String sentence) {
        return new Finding(source + "/" + column + "/" + check, source, column, status, observed, expected, sentence);
    }
}
