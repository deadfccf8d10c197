package io.lakewarden.rules.check;

import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.spark.profile.ResolvedColumn;
import io.lakewarden.yaml.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.NumericType;

/** Values are some of a set. */
record OneOfCheck(String column, List<String> values, Bounds bounds) implements RuleCheck {
    private static final int MOST_VALUES = 10_000;
    private static final RuleKey<List<String>> VALUES = RuleKey.required(
            "values",
            "the values that are right",
            "\"type\": \"array\", \"minItems\": 1, \"maxItems\": " + MOST_VALUES + ", \"items\": {" + Keys.SCALAR + "}",
            OneOfCheck::values);
    static final RuleType TYPE = RuleType.of(
            "one_of",
            "Values are among those listed, to the letter.",
            List.of(Keys.COLUMN, VALUES, Keys.SHARE_AT_LEAST),
            rule -> {
                Optional<String> column = Keys.COLUMN.in(rule);
                Optional<List<String>> values = VALUES.in(rule);
                Bounds bounds = Keys.share(rule);
                return column.flatMap(it -> values.map(all -> new OneOfCheck(it, all, bounds)));
            });

    OneOfCheck {
        values = List.copyOf(values);
    }

    private static Optional<List<String>> values(Field field, String expected) {
        List<Field> items = field.items();
        if (!field.isList() || items.isEmpty() || items.size() > MOST_VALUES) {
            field.problem(field.path() + " is " + (field.isList() ? "a list of " + items.size() + " values" : "no list")
                    + "; expected a list of 1 to " + MOST_VALUES + " values such as [a, b]");
            return Optional.empty();
        }
        List<String> values =
                items.stream().flatMap(item -> item.rawText("a value").stream()).collect(Collectors.toList());
        return values.size() == items.size() ? Optional.of(values) : Optional.empty();
    }

    @Override
    public String type() {
        return TYPE.name();
    }

    @Override
    public List<RulePart> parts(RuleScope scope) {
        ResolvedColumn found = scope.column(column);
        Object[] literals =
                values.stream().map(value -> Literals.of(value, found.type())).toArray();
        Column value = found.column();
        RulePart part = RowShare.of(
                scope, value, value.isin(literals), bounds, "'" + column + "' is one of " + Texts.some(values));
        if (found.type() instanceof NumericType) {
            Set<Double> numbers = values.stream().map(Double::valueOf).collect(Collectors.toSet());
            return List.of(part.knownBy(Profiled.numbers(
                    column,
                    profile -> Profiled.share(
                            profile, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, numbers::contains))));
        }
        Set<String> texts = new HashSet<>(values);
        return List.of(part.knownBy(Profiled.texts(column, texts::contains)));
    }
}
