package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.types.DataType;
import scala.Option;

/** Texts can be read as a type. */
record ReadableCheck(String column, String as, Bounds bounds) implements RuleCheck {
    private static final List<String> TYPES =
            List.of("tinyint", "smallint", "int", "bigint", "float", "double", "boolean", "date", "timestamp");
    private static final RuleKey<String> AS = RuleKey.required(
            "as",
            "one of the types " + String.join(", ", TYPES),
            "\"enum\": [\"" + String.join("\", \"", TYPES) + "\"]",
            (field, expected) -> field.parsed(expected, text -> {
                if (!TYPES.contains(text)) {
                    throw new IllegalArgumentException(
                            "'" + text + "' is none of the types " + String.join(", ", TYPES));
                }
                return text;
            }));
    static final RuleType TYPE = RuleType.of(
            "readable_as",
            "The texts can be read as a type without loss: '12.5' is no int.",
            List.of(Keys.COLUMN, AS, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<String> as = AS.in(rule);
                Bounds bounds = Keys.share(rule);
                return column.flatMap(it -> as.map(type -> new ReadableCheck(it, type, bounds)));
            });

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        Column text = scope.text(column);
        Column read = new Column(new Cast(text.expr(), DataType.fromDDL(as), Option.apply("UTC"), EvalMode.TRY()));
        return List.of(RowShare.of(scope, text, read.isNotNull(), bounds, "'" + column + "' can be read as " + as));
    }
}
