package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.length;

import io.lakewarden.rules.measure.Bounds;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Texts are neither too short nor too long. */
record LengthCheck(String column, Bounds lengths, Bounds bounds) implements RuleCheck {
    private static final RuleKey<Double> LEAST = end("min", "the least number of characters that is right");
    private static final RuleKey<Double> MOST = end("max", "the greatest number of characters that is right");
    static final RuleType TYPE = RuleType.of(
            "length",
            "Texts have from min to max characters (Unicode code points).",
            List.of(Keys.COLUMN, LEAST, MOST, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<Bounds> lengths = Keys.bounds(rule, LEAST.in(rule), MOST.in(rule), LEAST.name(), MOST.name());
                Bounds bounds = Keys.share(rule);
                return column.flatMap(it -> lengths.map(ends -> new LengthCheck(it, ends, bounds)));
            });

    private static RuleKey<Double> end(String name, String expected) {
        return RuleKey.optional(name, expected, Keys.COUNT, (field, text) -> field.integer(0, Integer.MAX_VALUE, text)
                .map(Long::doubleValue));
    }

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        Column text = scope.text(column);
        Column length = length(text).cast("double");
        return List.of(RowShare.of(
                        scope,
                        text,
                        length.between(lengths.atLeast(), lengths.atMost()),
                        bounds,
                        "'" + column + "' has " + lengths.text(Texts::number) + " characters")
                .knownBy(Profiled.lengths(column, lengths)));
    }
}
