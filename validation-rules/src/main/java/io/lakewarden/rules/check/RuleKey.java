package io.lakewarden.rules.check;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A key of a rule: its name, what is expected there, and how it is read. The schema for editors is made of the same.
 *
 * @param <T> what it is read to
 */
public final class RuleKey<T> {
    private final String name;
    private final boolean required;
    private final String expected;
    private final String schema;
    private final BiFunction<Field, String, Optional<T>> reader;

    private RuleKey(
            String name,
            boolean required,
            String expected,
            String schema,
            BiFunction<Field, String, Optional<T>> reader) {
        this.name = name;
        this.required = required;
        this.expected = expected;
        this.schema = schema;
        this.reader = reader;
    }

    /**
     * A key that must be there.
     *
     * @param expected what is expected, for problems and editors
     * @param schema JSON Schema of the value, without its description
     */
    static <T> RuleKey<T> required(
            String name, String expected, String schema, BiFunction<Field, String, Optional<T>> reader) {
        return new RuleKey<>(name, true, expected, schema, reader);
    }

    /** A key that may be absent. */
    static <T> RuleKey<T> optional(
            String name, String expected, String schema, BiFunction<Field, String, Optional<T>> reader) {
        return new RuleKey<>(name, false, expected, schema, reader);
    }

    /** The value in a rule; empty where it is absent, and a problem where it should not be or is no such value. */
    public Optional<T> in(Section rule) {
        Optional<Field> field = required ? rule.required(name, expected) : rule.field(name);
        return field.flatMap(it -> reader.apply(it, expected));
    }

    public String name() {
        return name;
    }

    public boolean isRequired() {
        return required;
    }

    /** What is expected there, in one clause. */
    public String expected() {
        return expected;
    }

    /** JSON Schema of the value: the inside of an object, without braces. */
    public String schema() {
        return schema;
    }
}
