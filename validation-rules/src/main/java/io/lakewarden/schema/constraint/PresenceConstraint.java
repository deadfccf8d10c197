package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.yaml.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code presence}: how many cells have a value. NaN is a value.
 *
 * @param minimumFraction the least share of the cells, 0 to 1; of no cells any share is enough
 * @param minimumCount the least number of cells with a value
 */
public record PresenceConstraint(double minimumFraction, long minimumCount) implements ColumnConstraint {
    private static final String KEY = "presence";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the numbers of cells and of nulls",
            "The share of cells with a value is below `min_fraction`, or their number is below `min_count`.",
            PresenceConstraint::read,
            (column, mostValues) -> propose(column));

    private static final int DIGITS = 3;

    /** Where some cells have none, so many values are few enough for none at all to be no surprise. */
    private static final int FEW_VALUES = 4;

    public PresenceConstraint {
        if (!(minimumFraction >= 0 && minimumFraction <= 1) || minimumCount < 0) {
            throw new IllegalArgumentException(
                    "presence is a share and a count, but got " + minimumFraction + " and " + minimumCount);
        }
    }

    private static Optional<PresenceConstraint> read(Field field) {
        return field.section("min_fraction, min_count or both").flatMap(section -> {
            Optional<Field> fraction = section.field("min_fraction");
            Optional<Field> count = section.field("min_count");
            Optional<Double> leastFraction =
                    fraction.map(it -> it.number(0, 1, "a share from 0 to 1")).orElse(Optional.of(0.0));
            Optional<Long> leastCount =
                    count.map(it -> it.integer(0, Long.MAX_VALUE)).orElse(Optional.of(0L));
            section.close();
            return leastFraction.flatMap(share -> leastCount.map(number -> new PresenceConstraint(share, number)));
        });
    }

    /** Nulls may double before it is broken; where there are none, none are expected. */
    private static Optional<PresenceConstraint> propose(ColumnProfile column) {
        if (column.count() == 0) {
            return Optional.empty();
        }
        double nulls = (double) column.nulls() / column.count();
        boolean expected = column.nulls() == 0 || column.present() > FEW_VALUES;
        return Optional.of(new PresenceConstraint(floor(Math.max(0, 1 - 2 * nulls)), expected ? 1 : 0));
    }

    private static double floor(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.FLOOR).doubleValue();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        Map<String, SchemaValue> keys = new LinkedHashMap<>();
        keys.put("min_fraction", SchemaValue.number(minimumFraction));
        keys.put("min_count", new SchemaValue.Scalar(Long.toString(minimumCount)));
        return new SchemaValue.Keys(keys);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        ColumnProfile current = column.current();
        BigDecimal nullsAllowed = BigDecimal.ONE.subtract(BigDecimal.valueOf(minimumFraction));
        if (Amounts.exceeds(current.nulls(), current.count(), nullsAllowed)) {
            return Verdict.broken(
                    Amounts.percent(current.present(), current.count()) + " present",
                    "at least " + Amounts.percent(minimumFraction),
                    Verdict.column(current) + " has a value in " + Amounts.percent(current.present(), current.count())
                            + " of " + Amounts.count(current.count(), "cell") + "; at least "
                            + Amounts.percent(minimumFraction) + " is expected.");
        }
        if (current.present() < minimumCount) {
            return Verdict.broken(
                    Amounts.count(current.present(), "value"),
                    "at least " + minimumCount,
                    Verdict.column(current) + " has " + Amounts.count(current.present(), "value") + "; at least "
                            + Amounts.count(minimumCount, "value") + " are expected.");
        }
        return Verdict.HOLDS;
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        double fraction = column.count() == 0
                ? minimumFraction
                : Math.min(minimumFraction, floor((double) column.present() / column.count()));
        return new PresenceConstraint(fraction, Math.min(minimumCount, column.present()));
    }

    /** What keeps either keeps this too. */
    public PresenceConstraint weaker(PresenceConstraint other) {
        return new PresenceConstraint(
                Math.min(minimumFraction, other.minimumFraction), Math.min(minimumCount, other.minimumCount));
    }

    @Override
    public boolean allowsEverything() {
        return minimumFraction == 0 && minimumCount == 0;
    }

    @Override
    public String seen(ColumnProfile column) {
        return column.nulls() == 0 ? "no nulls" : Amounts.percent(column.nulls(), column.count()) + " null";
    }
}
