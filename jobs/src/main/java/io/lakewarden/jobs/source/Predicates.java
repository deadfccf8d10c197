package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.expr;

import io.lakewarden.jobs.config.UserException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;

/** Applies the predicates of a monitor file. */
final class Predicates {
    private Predicates() {}

    /**
     * The rows that satisfy a predicate; one that is null for a row is not satisfied.
     *
     * @param place the key in the monitor file, such as {@code source.where}
     */
    static Dataset<Row> where(Dataset<Row> data, String predicate, String place) {
        Column condition =
                SparkErrors.explained(place + ": '" + predicate + "' is no Spark SQL predicate", () -> expr(predicate));
        return SparkErrors.explained(place + ": '" + predicate + "' does not fit the data", () -> {
            DataType type = data.select(condition).schema().apply(0).dataType();
            if (!(type instanceof BooleanType)) {
                throw new UserException(place + ": '" + predicate + "' is " + type.simpleString()
                        + ", but a predicate is true or false");
            }
            return data.filter(condition);
        });
    }
}
