package io.lakewarden.simulator;

import io.lakewarden.profile.ColumnKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The type of a simulated value, free of any engine. */
public sealed interface ValueType {
    /** The type as Spark prints it, such as {@code struct<score:int>}; lower case. */
    String ddl();

    /** A single value. */
    enum Scalar implements ValueType {
        /** {@link Integer}. */
        INTEGER("int", ColumnKind.NUMERIC),
        /** {@link Double}. */
        DOUBLE("double", ColumnKind.NUMERIC),
        /** {@link java.math.BigDecimal} with scale 2. */
        MONEY("decimal(12,2)", ColumnKind.NUMERIC),
        /** {@link String}. */
        TEXT("string", ColumnKind.CATEGORICAL),
        /** {@link Boolean}. */
        TRUTH("boolean", ColumnKind.BOOLEAN),
        /** {@link java.time.LocalDate}. */
        DAY("date", ColumnKind.TEMPORAL),
        /** {@link java.time.Instant}. */
        INSTANT("timestamp", ColumnKind.TEMPORAL);

        private final String ddl;
        private final ColumnKind kind;

        Scalar(String ddl, ColumnKind kind) {
            this.ddl = ddl;
            this.kind = kind;
        }

        @Override
        public String ddl() {
            return ddl;
        }

        /** How a column of such values is profiled. */
        public ColumnKind kind() {
            return kind;
        }
    }

    /**
     * A {@link List} of values, none of them null.
     *
     * @param element the type of each
     */
    record Listing(Scalar element) implements ValueType {
        public Listing {
            Objects.requireNonNull(element, "element");
        }

        @Override
        public String ddl() {
            return "array<" + element.ddl() + ">";
        }
    }

    /**
     * A nested record; its value is the {@link List} of its fields' values in order.
     *
     * @param fields names and types, in order
     */
    record Struct(List<Field> fields) implements ValueType {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String ddl() {
            return fields.stream()
                    .map(field -> field.name() + ":" + field.type().ddl())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }
    }

    /**
     * One field of a {@link Struct}, never null.
     *
     * @param name plain letters, digits and underscores
     * @param type its type
     */
    record Field(String name, Scalar type) {
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(type, "type");
        }
    }
}
