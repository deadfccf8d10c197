package io.lakewarden.report;

import java.util.Objects;

/**
 * One line of a list of names and values.
 *
 * @param name what it is, for people
 * @param value its value, for people
 */
public record NamedText(String name, String value) {
    public NamedText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
