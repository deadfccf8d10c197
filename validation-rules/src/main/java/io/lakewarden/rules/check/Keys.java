package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keys that several types of rules have. */
final class Keys {
    static final String TEXT = "\"type\": \"string\", \"minLength\": 1";
    static final String NUMBER = "\"type\": \"number\"";
    static final String SHARE = "\"type\": \"number\", \"minimum\": 0, \"maximum\": 1";
    static final String COUNT = "\"type\": \"integer\", \"minimum\": 0";
    static final String SCALAR = "\"type\": [\"string\", \"number\", \"boolean\"]";
    static final String TEXTS =
            "\"anyOf\": [{" + TEXT + "}, {\"type\": \"array\", \"minItems\": 1, \"items\": {" + TEXT + "}}]";

    static final RuleKey<String> COLUMN = column("column", "the path of the column that is checked");
    static final RuleKey<List<String>> COLUMNS = columns("columns", "the path of a column, or a list of them");
    static final RuleKey<Double> SHARE_AT_LEAST = RuleKey.optional(
            "at_least",
            "the share of rows that must be right, from 0 to 1 (default 1)",
            SHARE,
            (field, expected) -> field.number(0, 1, expected));
    static final RuleKey<Double> AT_LEAST = number("at_least", "the least number that is right");
    static final RuleKey<Double> AT_MOST = number("at_most", "the greatest number that is right");

    private Keys() {}

    static RuleKey<String> column(String name, String expected) {
        return RuleKey.required(name, expected, TEXT, (field, text) -> path(field, text));
    }

    static RuleKey<List<String>> columns(String name, String expected) {
        return RuleKey.required(name, expected, TEXTS, (field, text) -> {
            List<Field> items = field.items();
            List<String> paths =
                    items.stream().flatMap(item -> path(item, text).stream()).collect(Collectors.toList());
            if (items.isEmpty()) {
                field.problem(field.path() + " is an empty list; expected " + text);
            }
            return paths.isEmpty() || paths.size() < items.size() ? Optional.empty() : Optional.of(paths);
        });
    }

    private static Optional<String> path(Field field, String expected) {
        return field.parsed(expected, text -> {
            ColumnPath.names(text);
            return text;
        });
    }

    private static RuleKey<Double> number(String name, String expected) {
        return RuleKey.optional(
                name, expected, NUMBER, (field, text) -> field.number(-Double.MAX_VALUE, Double.MAX_VALUE, text));
    }

    /** The share that must be right; all of the rows where nothing is said. */
    static Bounds share(Section rule) {
        return Bounds.atLeast(SHARE_AT_LEAST.in(rule).orElse(1.0));
    }

    /** {@code at_least}, {@code at_most} or both; a problem where there is neither, or they leave nothing. */
    static Optional<Bounds> bounds(Section rule) {
        Optional<Double> least = AT_LEAST.in(rule);
        Optional<Double> most = AT_MOST.in(rule);
        return bounds(rule, least, most, AT_LEAST.name(), AT_MOST.name());
    }

    /** Two ends of which one may be absent. */
    static Optional<Bounds> bounds(
            Section rule, Optional<Double> least, Optional<Double> most, String leastKey, String mostKey) {
        if (rule.field(leastKey).isEmpty() && rule.field(mostKey).isEmpty()) {
            rule.problem("the rule lacks '" + leastKey + "' or '" + mostKey + "': what is right");
            return Optional.empty();
        }
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            rule.problem(leastKey + " is " + Texts.number(least.get()) + ", above " + mostKey + " at "
                    + Texts.number(most.get()) + "; nothing lies between them");
            return Optional.empty();
        }
        return least.isEmpty() && most.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bounds(least.orElse(Double.NEGATIVE_INFINITY), most.orElse(Double.POSITIVE_INFINITY)));
    }
}
