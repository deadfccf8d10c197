package io.lakewarden.simulator;

import io.lakewarden.result.ColumnRole;
import java.util.Objects;
import java.util.function.Function;

/**
 * One column of the portfolio: the single definition that tables, profiles and monitors are made from.
 *
 * @param name plain letters, digits and underscores
 * @param type its type
 * @param nullable whether a value may be absent
 * @param role what it means to the model
 * @param accessor reads the value, as {@link ValueType} describes it, or null where it is absent
 */
public record SimulatedColumn(
        String name, ValueType type, boolean nullable, ColumnRole role, Function<Application, Object> accessor) {
    public SimulatedColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(accessor, "accessor");
    }

    /** The value of this column in one application, or null where it is absent. */
    public Object value(Application application) {
        return accessor.apply(application);
    }

    /** The column in a table's definition, such as {@code annual_income double NOT NULL}. */
    public String ddl() {
        return name + " " + type.ddl() + (nullable ? "" : " NOT NULL");
    }
}
