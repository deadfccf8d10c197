package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.expr;

import io.lakewarden.jobs.config.UserException;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;

/** Applies the predicates of a monitor file. */
final class Predicates {
    private static final Pattern CLOCK_TEXT =
            Pattern.compile("['\"]\\s*(now|today|tomorrow|yesterday)\\b", Pattern.CASE_INSENSITIVE);

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

    /**
     * Whether a predicate says the same of a row whenever and with whatever other rows it is asked: it draws no random
     * numbers, knows no clock, and looks into no other table. {@code data} must be what {@link #where} gave.
     */
    static boolean dependsOnTheRowAlone(Dataset<Row> data, String predicate) {
        return data.queryExecution().analyzed() instanceof Filter filter
                && filter.condition().deterministic()
                && !filter.condition().containsPattern(TreePattern.CURRENT_LIKE())
                && !filter.condition().containsPattern(TreePattern.PLAN_EXPRESSION())
                // Spark turns these into the moment of parsing; no trace of them is left.
                && !CLOCK_TEXT.matcher(predicate).find();
    }
}
