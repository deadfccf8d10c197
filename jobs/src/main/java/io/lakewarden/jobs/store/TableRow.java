package io.lakewarden.jobs.store;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Builds one row by column names; columns left out are NULL. */
final class TableRow {
    private final StructType schema;
    private final Object[] values;

    TableRow(StructType schema) {
        this.schema = schema;
        this.values = new Object[schema.size()];
    }

    /** Starts with the values of a row of that schema. */
    TableRow(StructType schema, Row row) {
        this(schema);
        for (int column = 0; column < values.length; column++) {
            values[column] = row.get(column);
        }
    }

    private TableRow(TableRow other) {
        this.schema = other.schema;
        this.values = Arrays.copyOf(other.values, other.values.length);
    }

    /** A row that starts with the same values. */
    TableRow copy() {
        return new TableRow(this);
    }

    TableRow set(String column, Object value) {
        values[schema.fieldIndex(column)] = value;
        return this;
    }

    TableRow set(String column, Optional<?> value) {
        return set(column, value.orElse(null));
    }

    Row build() {
        return RowFactory.create(values);
    }
}
