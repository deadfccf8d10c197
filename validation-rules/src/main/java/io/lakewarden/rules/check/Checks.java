package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.ColumnMetric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks for rules that are written in Java. Columns are named by their path, as in YAML. */
public final class Checks {
    private static final Bounds ALL = Bounds.atLeast(1);

    private Checks() {}

    /** Every row has a value. */
    public static RuleCheck complete(String column) {
        return complete(column, 1);
    }

    /** At least a share of the rows has a value. */
    public static RuleCheck complete(String column, double atLeast) {
        return new CompleteCheck(column, Bounds.atLeast(atLeast));
    }

    /** No two rows have the same values. */
    public static RuleCheck unique(String... columns) {
        return new UniqueCheck(List.of(columns), Optional.empty(), ALL);
    }

    /** The columns name each row. */
    public static RuleCheck primaryKey(String... columns) {
        return new PrimaryKeyCheck(List.of(columns), Optional.empty());
    }

    /** Numbers lie between two ends, both included. */
    public static RuleCheck range(String column, Number least, Number most) {
        return new RangeCheck(column, Optional.of(least.toString()), Optional.of(most.toString()), ALL);
    }

    /** Values are some of these. */
    public static RuleCheck oneOf(String column, Object... values) {
        return new OneOfCheck(
                column, Arrays.stream(values).map(Object::toString).toList(), ALL);
    }

    /** A regular expression is found in the texts. */
    public static RuleCheck matches(String column, String pattern) {
        return new MatchesCheck(column, Patterns.checked(pattern), ALL);
    }

    /** A Spark SQL predicate is true of every row. */
    public static RuleCheck satisfies(String predicate) {
        return new PredicateCheck(predicate, ALL);
    }

    /** There are so many rows. */
    public static RuleCheck rowCount(long atLeast, long atMost) {
        return new RowCountCheck(new Bounds((double) atLeast, (double) atMost));
    }

    /** The newest time is not older. */
    public static RuleCheck fresh(String column, Duration within) {
        return new FreshCheck(column, within);
    }

    /** A number about a column lies between two ends. */
    public static RuleCheck metric(ColumnMetric metric, String column, double atLeast, double atMost) {
        return new MetricCheck(metric, column, new Bounds(atLeast, atMost));
    }

    /** An aggregate lies between two ends. */
    public static RuleCheck aggregate(String expression, double atLeast, double atMost) {
        return new AggregateCheck(expression, new Bounds(atLeast, atMost));
    }
}
