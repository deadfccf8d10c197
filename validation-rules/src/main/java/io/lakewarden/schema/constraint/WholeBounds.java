package io.lakewarden.schema.constraint;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Bounds on a count.
 *
 * @param minimum the least allowed
 * @param maximum the greatest allowed
 */
public record WholeBounds(OptionalLong minimum, OptionalLong maximum) {
    /** No bounds. */
    public static final WholeBounds NONE = new WholeBounds(OptionalLong.empty(), OptionalLong.empty());

    public WholeBounds {
        Objects.requireNonNull(minimum, "minimum");
        Objects.requireNonNull(maximum, "maximum");
        if (minimum.isPresent() && maximum.isPresent() && minimum.getAsLong() > maximum.getAsLong()) {
            throw new IllegalArgumentException(
                    "min " + minimum.getAsLong() + " is greater than max " + maximum.getAsLong());
        }
    }

    /** Both bounds. */
    public static WholeBounds of(long minimum, long maximum) {
        return new WholeBounds(OptionalLong.of(minimum), OptionalLong.of(maximum));
    }

    /**
     * Bounds for counts like those that were seen: the one number, or at least one where none was 0, and some room above.
     * Empty where there were none.
     */
    static Optional<WholeBounds> proposed(MetricValue least, MetricValue greatest) {
        return seen(least, greatest).map(seen -> {
            long minimum = seen.minimum.getAsLong();
            long maximum = seen.maximum.getAsLong();
            return minimum == maximum
                    ? seen
                    : new WholeBounds(
                            minimum > 0 ? OptionalLong.of(1) : OptionalLong.empty(),
                            OptionalLong.of(Room.above(maximum)));
        });
    }

    /** From the least to the greatest count that was seen; empty where there were none. */
    static Optional<WholeBounds> seen(MetricValue least, MetricValue greatest) {
        return least instanceof Known from && greatest instanceof Known to
                ? Optional.of(of((long) from.value(), (long) to.value()))
                : Optional.empty();
    }

    /** Reads {@code {min: 1, max: 3}}, of which one may be missing. */
    public static Optional<WholeBounds> read(Field field) {
        return field.section("min, max or both").flatMap(section -> {
            Optional<WholeBounds> bounds = read(section, field);
            section.close();
            return bounds;
        });
    }

    /** Reads the keys {@code min} and {@code max} of a section that may have others. */
    public static Optional<WholeBounds> read(Section section, Field field) {
        Optional<Field> least = section.field("min");
        Optional<Field> most = section.field("max");
        Optional<Long> minimum = least.flatMap(it -> it.integer(0, Long.MAX_VALUE));
        Optional<Long> maximum = most.flatMap(it -> it.integer(0, Long.MAX_VALUE));
        if (least.isPresent() != minimum.isPresent() || most.isPresent() != maximum.isPresent()) {
            return Optional.empty();
        }
        if (minimum.isPresent() && maximum.isPresent() && minimum.get() > maximum.get()) {
            field.problem(field.path() + " has min " + minimum.get() + " and max " + maximum.get()
                    + "; expected a min that is not greater than max");
            return Optional.empty();
        }
        return Optional.of(new WholeBounds(optional(minimum), optional(maximum)));
    }

    private static OptionalLong optional(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** Whether there are none. */
    public boolean isNone() {
        return minimum.isEmpty() && maximum.isEmpty();
    }

    /** As they are written. */
    public SchemaValue.Keys value() {
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        minimum.ifPresent(it -> keys.put("min", new SchemaValue.Scalar(Long.toString(it))));
        maximum.ifPresent(it -> keys.put("max", new SchemaValue.Scalar(Long.toString(it))));
        return new SchemaValue.Keys(keys);
    }

    /** Whether a number lies within. */
    public boolean hold(long number) {
        return judge((double) number, (double) number) == Status.PASS;
    }

    /** Whether values from one number to another lie within: PASS, FAIL where one surely does not, otherwise ERROR. */
    Status judge(double least, double greatest) {
        boolean below = minimum.isPresent() && least < minimum.getAsLong();
        boolean above = maximum.isPresent() && greatest > maximum.getAsLong();
        return below || above ? Status.FAIL : Status.PASS;
    }

    /** Whether all counts between those that were {@linkplain #seen seen} lie within. */
    boolean hold(WholeBounds seen) {
        return hold(seen.minimum.getAsLong()) && hold(seen.maximum.getAsLong());
    }

    /** Whether one number that lies somewhere in an interval is within: ERROR where the interval does not say. */
    Status judge(Known number) {
        boolean surelyBelow = minimum.isPresent() && number.upper() < minimum.getAsLong();
        boolean surelyAbove = maximum.isPresent() && number.lower() > maximum.getAsLong();
        if (surelyBelow || surelyAbove) {
            return Status.FAIL;
        }
        return judge(number.lower(), number.upper()) == Status.PASS ? Status.PASS : Status.ERROR;
    }

    /** The bounds, wide enough for these too; what is open stays open. */
    WholeBounds holding(MetricValue least, MetricValue greatest) {
        OptionalLong lower = minimum.isPresent() && least instanceof Known known
                ? OptionalLong.of(Math.min(minimum.getAsLong(), (long) Math.floor(known.lower())))
                : minimum;
        OptionalLong upper = maximum.isPresent() && greatest instanceof Known known
                ? OptionalLong.of(Math.max(maximum.getAsLong(), (long) Math.ceil(known.upper())))
                : maximum;
        return new WholeBounds(lower, upper);
    }

    /** The bounds, wide enough for this number too. */
    public WholeBounds holding(long number) {
        MetricValue value = MetricValue.exactly((double) number);
        return holding(value, value);
    }

    /** The bounds for people. */
    public String words() {
        if (minimum.isPresent() && maximum.isPresent()) {
            return minimum.getAsLong() == maximum.getAsLong()
                    ? Long.toString(minimum.getAsLong())
                    : minimum.getAsLong() + " to " + maximum.getAsLong();
        }
        return minimum.isPresent()
                ? "at least " + minimum.getAsLong()
                : maximum.isPresent() ? "at most " + maximum.getAsLong() : "any number";
    }
}
