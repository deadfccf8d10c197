package io.lakewarden.rules.sql;

import static org.apache.spark.sql.functions.expr;

import io.lakewarden.yaml.Nearest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Generator;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import scala.collection.JavaConverters;

/**
 * Lets through only SQL that says the same of the same rows whenever it is asked, and does nothing else. A text is one
 * expression, so that it can be no command. Every function in it is one that is listed here; and of what Spark makes of
 * it, nothing draws random numbers, knows a clock, runs a function that somebody registered, calls Java by reflection, or
 * reads another table.
 */
public final class SqlGuard {
    /** Spark turns these into the moment of parsing, and no trace of them is left. */
    private static final Pattern CLOCK_TEXT =
            Pattern.compile("['\"]\\s*(now|today|tomorrow|yesterday)\\b", Pattern.CASE_INSENSITIVE);

    /** The same, were it written in escapes. */
    private static final Pattern ESCAPED_TIME =
            Pattern.compile("\\b(date|timestamp\\w*)\\s*['\"][^'\"]*\\\\", Pattern.CASE_INSENSITIVE);

    private static final Predicate<String> STARTS_WITH_DIGIT =
            Pattern.compile("^\\s*[0-9]").asPredicate();

    private final String sql;
    private final boolean aggregate;

    private SqlGuard(String sql, boolean aggregate) {
        this.sql = sql;
        this.aggregate = aggregate;
    }

    /** An expression that is not run; the message says which and why. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * A predicate over the columns of a row.
     *
     * @throws Refused if it is none, does not fit the data, or is not allowed
     */
    public static Column predicate(Dataset<Row> data, String sql) {
        SqlGuard guard = new SqlGuard(sql, false);
        Column column = guard.parsed();
        DataType type = guard.analysed(data, column);
        if (!(type instanceof BooleanType)) {
            throw guard.refused("is " + type.simpleString() + ", but a predicate is true or false");
        }
        return column;
    }

    /**
     * A number made of aggregates.
     *
     * @throws Refused if it is none, does not fit the data, or is not allowed
     */
    public static Column aggregate(Dataset<Row> data, String sql) {
        SqlGuard guard = new SqlGuard(sql, true);
        Column column = guard.parsed();
        DataType type = guard.analysed(data, column);
        if (!(type instanceof NumericType)) {
            throw guard.refused("is " + type.simpleString() + ", but a number is needed");
        }
        return column.cast("double");
    }

    private Column parsed() {
        if (CLOCK_TEXT.matcher(sql).find() || ESCAPED_TIME.matcher(sql).find()) {
            throw refused("asks for the clock; a rule says the same whenever it is run");
        }
        Column column = explained(() -> expr(sql));
        requireListed(column.expr());
        return column;
    }

    private void requireListed(Expression expression) {
        if (expression instanceof PlanExpression<?>) {
            throw refused("reads another table; the check exists_in does that");
        }
        if (expression instanceof UnresolvedFunction call) {
            String name = String.join(".", JavaConverters.seqAsJavaList(call.nameParts()));
            Set<String> listed = listed();
            if (!listed.contains(name.toLowerCase(Locale.ROOT))) {
                throw refused("uses '" + name + "', which is none of the functions that rules may use"
                        + Nearest.hint(name, listed) + (isAggregate(name) ? "; a predicate is about one row" : ""));
            }
        }
        JavaConverters.seqAsJavaList(expression.children()).forEach(this::requireListed);
    }

    private Set<String> listed() {
        if (!aggregate) {
            return SqlFunctions.SCALAR;
        }
        Set<String> both = new HashSet<>(SqlFunctions.SCALAR);
        both.addAll(SqlFunctions.AGGREGATE);
        return both;
    }

    private static boolean isAggregate(String name) {
        return SqlFunctions.AGGREGATE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The type of an expression that was found to be harmless. */
    private DataType analysed(Dataset<Row> data, Column column) {
        LogicalPlan plan =
                explained(() -> data.select(column.as("value")).queryExecution().analyzed());
        Expression expression = expression(plan)
                .orElseThrow(
                        () -> refused(aggregate ? "is no aggregate, such as sum(a)" : "is no expression about a row"));
        if (expression.containsPattern(TreePattern.CURRENT_LIKE())) {
            throw refused("asks for the clock; a rule says the same whenever it is run");
        }
        if (!expression.deterministic()) {
            throw refused(
                    "draws random numbers or depends on the order of rows; a rule says the same whenever it is run");
        }
        requireHarmless(expression);
        return expression.dataType();
    }

    private Optional<Expression> expression(LogicalPlan plan) {
        if (aggregate) {
            return plan instanceof Aggregate grouped
                            && grouped.groupingExpressions().isEmpty()
                    ? Optional.of((Expression) grouped.aggregateExpressions().head())
                    : Optional.empty();
        }
        return plan instanceof Project project
                ? Optional.of((Expression) project.projectList().head())
                : Optional.empty();
    }

    private void requireHarmless(Expression expression) {
        if (expression instanceof UserDefinedExpression || expression instanceof CallMethodViaReflection) {
            throw refused("runs code that is no part of Spark: '" + expression.prettyName() + "'");
        }
        if (expression instanceof Cast cast && isTimeOfConstant(cast)) {
            throw refused(
                    "makes a time of a text that is no column, which may ask for the clock; write date'2026-01-31'");
        }
        if (expression instanceof PlanExpression<?>) {
            throw refused("reads another table; the check exists_in does that");
        }
        if (expression instanceof Generator || expression instanceof WindowExpression) {
            throw refused("is about other rows too; a predicate is about one row");
        }
        if (expression instanceof AggregateExpression call) {
            requireAggregate(call);
        }
        JavaConverters.seqAsJavaList(expression.children()).forEach(this::requireHarmless);
    }

    private static boolean isTimeOfConstant(Cast cast) {
        boolean time = cast.dataType() instanceof DateType
                || cast.dataType() instanceof TimestampType
                || cast.dataType() instanceof TimestampNTZType;
        return time
                && cast.child().dataType() instanceof StringType
                && cast.child().foldable()
                && !(cast.child() instanceof Literal literal
                        && STARTS_WITH_DIGIT.test(String.valueOf(literal.value())));
    }

    /** Spark reads some functions, such as first, without a call that could be looked up by name before. */
    private void requireAggregate(AggregateExpression call) {
        if (!aggregate) {
            throw refused("is about all rows; a predicate is about one row");
        }
        String name = call.aggregateFunction().prettyName();
        if (!SqlFunctions.AGGREGATE.contains(name)) {
            throw refused("uses '" + name + "', which is none of the functions that rules may use");
        }
    }

    private Refused refused(String reason) {
        return new Refused("'" + sql + "' " + reason);
    }

    private <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused e) {
            throw e;
        } catch (Exception e) { // Scala throws AnalysisException without declaring it.
            throw refused("does not fit: " + SparkMessages.brief(e));
        }
    }
}
