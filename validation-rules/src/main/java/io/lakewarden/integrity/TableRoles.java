package io.lakewarden.integrity;

import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table are what, by path.
 *
 * @param inputs features and protected attributes
 * @param label the outcome, where it is known
 * @param identifiers names of rows or of whom they are about
 * @param time the column that says when
 */
public record TableRoles(List<String> inputs, Optional<String> label, List<String> identifiers, Optional<String> time) {
    public TableRoles {
        inputs = List.copyOf(inputs);
        identifiers = List.copyOf(identifiers);
    }
}
