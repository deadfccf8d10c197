package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;

/** Values lie between two ends, both included. */
record RangeCheck(String column, Optional<String> least, Optional<String> most, Bounds bounds) implements RuleCheck {
    private static final RuleKey<String> LEAST = end("min", "the least value that is right: a number, date or instant");
    private static final RuleKey<String> MOST =
            end("max", "the greatest value that is right: a number, date or instant");
    static final RuleType TYPE = RuleType.of(
            "range",
            "Values lie between min and max, both included. NaN does not.",
            List.of(Keys.COLUMN, LEAST, MOST, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<String> least = LEAST.in(rule);
                Optional<String> most = MOST.in(rule);
                Bounds bounds = Keys.share(rule);
                if (rule.field(LEAST.name()).isEmpty()
                        && rule.field(MOST.name()).isEmpty()) {
                    rule.problem("the rule lacks 'min' or 'max': which values are right");
                    return Optional.empty();
                }
                return column.map(it -> new RangeCheck(it, least, most, bounds));
            });

    private static RuleKey<String> end(String name, String expected) {
        return RuleKey.optional(
                name, expected, "\"type\": [\"string\", \"number\"]", (field, text) -> field.text(text));
    }

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        ResolvedColumn found = scope.column(column);
        if (!Literals.isOrdered(found.type())) {
            throw new RuleException("'" + column + "' is " + found.type().simpleString()
                    + ", but a range needs numbers, dates or timestamps");
        }
        Column value = found.column();
        Column holds = least.map(it -> value.geq(Literals.of(it, found.type())))
                .orElse(lit(true))
                .and(most.map(it -> value.leq(Literals.of(it, found.type()))).orElse(lit(true)));
        if (found.type() instanceof DoubleType || found.type() instanceof FloatType) {
            holds = holds.and(not(isnan(value)));
        }
        RulePart part = RowShare.of(scope, value, holds, bounds, claim());
        if (!(found.type() instanceof NumericType)) {
            return List.of(
                    part.knownBy(Profiled.times(column, least.map(Literals::instant), most.map(Literals::instant))));
        }
        double from = least.map(Double::parseDouble).orElse(Double.NEGATIVE_INFINITY);
        double to = most.map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY);
        return List.of(part.knownBy(Profiled.numbers(
                column, numbers -> Profiled.share(numbers, from, to, number -> number >= from && number <= to))));
    }

    private String claim() {
        String ends = least.isEmpty()
                ? "at most " + most.orElseThrow()
                : most.isEmpty() ? "at least " + least.get() : "from " + least.get() + " to " + most.get();
        return "'" + column + "' is " + ends;
    }
}
