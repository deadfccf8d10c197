package io.lakewarden.schema;

import java.util.List;
import java.util.Objects;

/**
 * A schema that came from the file of another tool, or a file for one.
 *
 * @param <T> {@link TableSchema} where it was read, text where it is to be written
 * @param content what could be carried over
 * @param lost one sentence for each thing that could not, with its place
 */
public record ForeignSchema<T>(T content, List<String> lost) {
    public ForeignSchema {
        Objects.requireNonNull(content, "content");
        lost = List.copyOf(lost);
    }
}
