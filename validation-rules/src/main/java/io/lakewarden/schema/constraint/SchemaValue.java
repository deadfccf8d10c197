package io.lakewarden.schema.constraint;

import io.lakewarden.yaml.YamlScalar;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a schema file as it is written: a scalar, a list of them, or values under keys. */
public sealed interface SchemaValue {
    /** A text, in quotes where it needs them. */
    static Scalar text(String text) {
        return new Scalar(YamlScalar.of(text));
    }

    /** A finite number. */
    static Scalar number(double number) {
        return new Scalar(Amounts.exact(number));
    }

    /** A truth value. */
    static Scalar truth(boolean truth) {
        return new Scalar(Boolean.toString(truth));
    }

    /** A list of texts. */
    static Items texts(Collection<String> texts) {
        return new Items(texts.stream().map(SchemaValue::text).toList());
    }

    /** In one line, with brackets and braces. */
    String flow();

    /**
     * One value.
     *
     * @param yaml as YAML has it
     */
    record Scalar(String yaml) implements SchemaValue {
        @Override
        public String flow() {
            return yaml;
        }
    }

    /**
     * A list.
     *
     * @param items in their order
     */
    record Items(List<Scalar> items) implements SchemaValue {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String flow() {
            return items.stream().map(Scalar::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /**
     * Values by key.
     *
     * @param byKey in their order
     */
    record Keys(Map<String, SchemaValue> byKey) implements SchemaValue {
        public Keys {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }

        /** Whether it takes several lines to be readable. */
        public boolean holdsItems() {
            return byKey.values().stream().anyMatch(Items.class::isInstance);
        }

        @Override
        public String flow() {
            return byKey.entrySet().stream()
                    .map(entry -> YamlScalar.of(entry.getKey()) + ": "
                            + entry.getValue().flow())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}
