package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/** One column compares with another. */
record CompareCheck(String column, Comparison is, String other, Bounds bounds) implements RuleCheck {
    private static final String SIGNS =
            Arrays.stream(Comparison.values()).map(Comparison::sign).collect(Collectors.joining("\", \""));
    private static final RuleKey<Comparison> IS = RuleKey.required(
            "is",
            "how the two compare, one of \"" + SIGNS + "\"",
            "\"enum\": [\"" + SIGNS + "\"]",
            (field, expected) -> field.parsed(expected, Comparison::ofSign));
    private static final RuleKey<String> THAN = Keys.column("than", "the path of the other column");
    static final RuleType TYPE = RuleType.of(
            "compare",
            "One column is less than, equal to or greater than another, in the rows that have both.",
            List.of(Keys.COLUMN, IS, THAN, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<Comparison> is = IS.in(rule);
                Optional<String> other = THAN.in(rule);
                Bounds bounds = Keys.share(rule);
                return column.flatMap(
                        left -> is.flatMap(sign -> other.map(right -> new CompareCheck(left, sign, right, bounds))));
            });

    /** How two values can compare. */
    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        UNEQUAL("!="),
        AT_LEAST(">="),
        GREATER(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        static Comparison ofSign(String sign) {
            return Arrays.stream(values())
                    .filter(it -> it.sign.equals(sign))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "'" + sign + "' is none of the comparisons \"" + SIGNS + "\""));
        }

        Column of(Column left, Column right) {
            return switch (this) {
                case LESS -> left.lt(right);
                case AT_MOST -> left.leq(right);
                case EQUAL -> left.equalTo(right);
                case UNEQUAL -> left.notEqual(right);
                case AT_LEAST -> left.geq(right);
                case GREATER -> left.gt(right);
            };
        }
    }

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        ResolvedColumn left = scope.column(column);
        ResolvedColumn right = scope.column(other);
        boolean alike = left.type().getClass().equals(right.type().getClass())
                || (Literals.isOrdered(left.type()) && Literals.isOrdered(right.type()));
        if (!alike) {
            throw new RuleException("'" + column + "' is " + left.type().simpleString() + " and '" + other + "' is "
                    + right.type().simpleString() + ", so that they do not compare");
        }
        return List.of(RowShare.of(
                scope,
                List.of(left.column(), right.column()),
                is.of(left.column(), right.column()),
                bounds,
                "'" + column + "' " + is.sign() + " '" + other + "'"));
    }
}
