package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.yaml.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code range}: how small and how large finite numbers are.
 *
 * @param minimum the least allowed
 * @param maximum the greatest allowed
 */
public record RangeConstraint(OptionalDouble minimum, OptionalDouble maximum) implements ColumnConstraint {
    private static final String KEY = "range";

    /** Whole numbers of so few values are codes, beyond whose ends nothing is expected. */
    private static final int MOST_CODES = 20;

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the least and the greatest finite number, which are exact",
            "Some finite number is less than `min` or greater than `max`. Undecided where a `bigint` or `decimal` is read as"
                    + " the same double as the limit, but may be its neighbour.",
            RangeConstraint::read,
            (column, mostValues) -> propose(column));

    public RangeConstraint {
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(maximum, "maximum");
        if (minimum.isPresent() && maximum.isPresent() && !(minimum.getAsDouble() <= maximum.getAsDouble())) {
            throw new IllegalArgumentException(
                    "min " + minimum.getAsDouble() + " is greater than max " + maximum.getAsDouble());
        }
    }

    /** Both bounds. */
    public static RangeConstraint of(double minimum, double maximum) {
        return new RangeConstraint(OptionalDouble.of(minimum), OptionalDouble.of(maximum));
    }

    private static Optional<RangeConstraint> read(Field field) {
        return field.section("min, max or both").flatMap(section -> {
            Optional<Field> least = section.field("min");
            Optional<Field> most = section.field("max");
            Optional<Double> minimum = least.flatMap(RangeConstraint::number);
            Optional<Double> maximum = most.flatMap(RangeConstraint::number);
            section.close();
            if (least.isPresent() != minimum.isPresent() || most.isPresent() != maximum.isPresent()) {
                return Optional.empty();
            }
            if (minimum.isPresent() && maximum.isPresent() && minimum.get() > maximum.get()) {
                field.problem(field.path() + " has min " + Amounts.exact(minimum.get()) + " and max "
                        + Amounts.exact(maximum.get()) + "; expected a min that is not greater than max");
                return Optional.empty();
            }
            return Optional.of(new RangeConstraint(optional(minimum), optional(maximum)));
        });
    }

    private static Optional<Double> number(Field field) {
        return field.number(-Double.MAX_VALUE, Double.MAX_VALUE, "a finite number");
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static Optional<RangeConstraint> propose(ColumnProfile column) {
        if (!(column instanceof NumericProfile numbers)
                || !(numbers.minimum() instanceof Known least)
                || !(numbers.maximum() instanceof Known greatest)) {
            return Optional.empty();
        }
        boolean whole = !FloatingPoint.isTypeOf(column) && numbers.integers() == numbers.finite();
        boolean codes = whole
                && numbers.exactCounts()
                        .filter(counts -> counts.size() <= MOST_CODES)
                        .isPresent();
        return Optional.of(
                codes
                        ? of(least.value(), greatest.value())
                        : of(
                                Room.below(least.value(), greatest.value(), whole, tail(numbers, least, 0.01)),
                                Room.above(least.value(), greatest.value(), whole, tail(numbers, greatest, 0.99))));
    }

    private static double tail(NumericProfile numbers, Known extreme, double quantile) {
        return numbers.quantile(quantile) instanceof Known lastHundredth
                        && numbers.quantile(0.5) instanceof Known median
                ? Room.ofTail(extreme.value(), lastHundredth.value(), median.value())
                : 0;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        minimum.ifPresent(it -> keys.put("min", SchemaValue.number(it)));
        maximum.ifPresent(it -> keys.put("max", SchemaValue.number(it)));
        return new SchemaValue.Keys(keys);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (!(column.current() instanceof NumericProfile numbers)) {
            return Verdict.ofAnotherKind(column.current(), words(), "numbers");
        }
        if (!(numbers.minimum() instanceof Known least) || !(numbers.maximum() instanceof Known greatest)) {
            return Verdict.HOLDS;
        }
        boolean below = minimum.isPresent() && least.value() < minimum.getAsDouble();
        boolean above = maximum.isPresent() && greatest.value() > maximum.getAsDouble();
        if (below || above) {
            String extremes = below && above
                    ? "from " + Amounts.exact(least.value()) + " to " + Amounts.exact(greatest.value())
                    : below ? "down to " + Amounts.exact(least.value()) : "up to " + Amounts.exact(greatest.value());
            return Verdict.broken(
                    seen(numbers),
                    words(),
                    Verdict.column(numbers) + " has numbers " + extremes + outside(numbers) + "; expected is " + words()
                            + ".");
        }
        boolean unsure = isUnsure(numbers, least.value(), minimum) || isUnsure(numbers, greatest.value(), maximum);
        return unsure
                ? Verdict.undecided(
                        seen(numbers),
                        words(),
                        numbers,
                        "its extreme is read as the limit itself, of which the profile cannot tell neighbours")
                : Verdict.HOLDS;
    }

    private static boolean isUnsure(NumericProfile numbers, double extreme, OptionalDouble limit) {
        return limit.isPresent() && limit.getAsDouble() == extreme && !NumberPrecision.isExact(numbers.type(), extreme);
    }

    /** How many numbers lie outside, where that is known. */
    private String outside(NumericProfile numbers) {
        return numbers.exactCounts()
                .map(counts -> counts.entrySet().stream()
                        .filter(entry -> !holds(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .map(count -> ", " + Amounts.percent(count, numbers.finite()) + " of them outside")
                .orElse("");
    }

    private boolean holds(double number) {
        return (minimum.isEmpty() || number >= minimum.getAsDouble())
                && (maximum.isEmpty() || number <= maximum.getAsDouble());
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        if (!(column instanceof NumericProfile numbers)
                || !(numbers.minimum() instanceof Known least)
                || !(numbers.maximum() instanceof Known greatest)) {
            return this;
        }
        return new RangeConstraint(
                wide(minimum, least.value() < minimum.orElse(least.value()), least.value(), -1, numbers),
                wide(maximum, greatest.value() > maximum.orElse(greatest.value()), greatest.value(), 1, numbers));
    }

    /** A limit that surely holds an extreme, where it does not yet. */
    private static OptionalDouble wide(
            OptionalDouble limit, boolean broken, double extreme, double direction, NumericProfile numbers) {
        if (!broken && !isUnsure(numbers, extreme, limit)) {
            return limit;
        }
        boolean exact = NumberPrecision.isExact(numbers.type(), extreme);
        return OptionalDouble.of(exact ? extreme : Math.nextAfter(extreme, direction * Double.POSITIVE_INFINITY));
    }

    @Override
    public boolean allowsEverything() {
        return minimum.isEmpty() && maximum.isEmpty();
    }

    private String words() {
        if (minimum.isPresent() && minimum.equals(maximum)) {
            return Amounts.exact(minimum.getAsDouble());
        }
        if (minimum.isPresent() && maximum.isPresent()) {
            return Amounts.exact(minimum.getAsDouble()) + " to " + Amounts.exact(maximum.getAsDouble());
        }
        return minimum.isPresent()
                ? "at least " + Amounts.exact(minimum.getAsDouble())
                : maximum.isPresent() ? "at most " + Amounts.exact(maximum.getAsDouble()) : "any number";
    }

    @Override
    public String seen(ColumnProfile column) {
        if (!(column instanceof NumericProfile numbers)
                || !(numbers.minimum() instanceof Known least)
                || !(numbers.maximum() instanceof Known greatest)) {
            return "";
        }
        return least.value() == greatest.value()
                ? "constant " + Amounts.exact(least.value())
                : "seen " + Amounts.exact(least.value()) + " to " + Amounts.exact(greatest.value());
    }
}
