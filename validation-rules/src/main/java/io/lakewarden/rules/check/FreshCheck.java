package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.unix_micros;

import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.ColumnMetric;
import io.lakewarden.rules.measure.KnownValue;
import io.lakewarden.rules.measure.Measure;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.NumericType;

/** The newest row is not old. */
record FreshCheck(String column, Duration within) implements RuleCheck {
    private static final RuleKey<Duration> WITHIN = RuleKey.required(
            "within",
            "the greatest age of the newest row at the end of the window, as an ISO-8601 duration such as PT6H or P1D",
            "\"type\": \"string\", \"pattern\": \"^P\"",
            (field, expected) -> field.parsed(expected, FreshCheck::duration));
    static final RuleType TYPE = RuleType.of(
            "fresh",
            "The newest time in a column is not older than it may be at the end of the window.",
            List.of(Keys.COLUMN, WITHIN),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<Duration> within = WITHIN.in(rule);
                return column.flatMap(it -> within.map(age -> new FreshCheck(it, age)));
            });

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no duration; expected one such as PT6H or P1D", e);
        }
        throw new IllegalArgumentException("'" + text + "' is negative; expected a duration such as PT6H or P1D");
    }

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        ResolvedColumn found = scope.column(column);
        if (!Literals.isOrdered(found.type()) || found.type() instanceof NumericType) {
            throw new RuleException(
                    "'" + column + "' is " + found.type().simpleString() + ", but dates or timestamps are needed");
        }
        Column micros = unix_micros(found.column().cast("timestamp")).cast("double");
        return List.of(new RulePart(
                new Measure.OfColumn(ColumnMetric.MAXIMUM, scope.inScope(micros)),
                Bounds.atLeast(micros(scope.end().minus(within))),
                "the newest time in '" + column + "'",
                value -> Instant.EPOCH.plus((long) value, ChronoUnit.MICROS).toString(),
                Profiled.column(
                        column,
                        profile -> profile instanceof TemporalProfile times
                                ? times.latest().flatMap(it -> KnownValue.of(MetricValue.exactly(micros(it))))
                                : Optional.empty())));
    }

    private static double micros(Instant instant) {
        return (double) ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
