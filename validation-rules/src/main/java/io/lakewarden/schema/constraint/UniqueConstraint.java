package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.result.MetricValue.Known;
import java.util.Optional;

/**
 * {@code unique}: whether each value occurs once at most. Nulls do not count, nor do NaN and infinities.
 *
 * @param unique {@code false} demands nothing
 */
public record UniqueConstraint(boolean unique) implements ColumnConstraint {
    private static final String KEY = "unique";

    /** Few values are all different by chance, and so are measurements. */
    private static final int FEWEST_VALUES = 30;

    private static final String EXPECTED = "each value once";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the counts of frequent values, and the number of different values where it is exact (up to 1,024)",
            "`unique` is `true` and some value surely occurs twice. Undecided where the profile has only an estimate of the"
                    + " number of different values.",
            field -> field.truth().map(UniqueConstraint::new),
            (column, mostValues) -> propose(column));

    private static Optional<UniqueConstraint> propose(ColumnProfile column) {
        UniqueConstraint unique = new UniqueConstraint(true);
        return !FloatingPoint.isTypeOf(column)
                        && Values.of(column).total() >= FEWEST_VALUES
                        && unique.check(ObservedColumn.alone(column)).equals(Verdict.HOLDS)
                ? Optional.of(unique)
                : Optional.empty();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return SchemaValue.truth(unique);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (!unique) {
            return Verdict.HOLDS;
        }
        ColumnProfile current = column.current();
        Values values = Values.of(current);
        Optional<FrequentValue> repeated =
                values.frequent().stream().filter(value -> value.lower() > 1).findFirst();
        if (repeated.isPresent()) {
            String times = (repeated.get().exact() ? "" : "at least ")
                    + Amounts.count(repeated.get().lower(), "time");
            return Verdict.broken(
                    "a value " + times,
                    EXPECTED,
                    Verdict.column(current) + " is not unique: "
                            + Amounts.quoted(repeated.get().value()) + " occurs " + times + ".");
        }
        if (values.total() < 2) {
            return Verdict.HOLDS;
        }
        if (values.distinct() instanceof Known distinct && distinct.exact()) {
            return distinct.value() >= values.total()
                    ? Verdict.HOLDS
                    : Verdict.broken(
                            Amounts.exact(distinct.value()) + " different values in "
                                    + Amounts.count(values.total(), "cell"),
                            EXPECTED,
                            Verdict.column(current) + " is not unique: it has " + Amounts.exact(distinct.value())
                                    + " different values in " + Amounts.count(values.total(), "cell") + ".");
        }
        return Verdict.undecided(
                "not known",
                EXPECTED,
                current,
                "with so many values the profile has an estimate of how many are different, which proves nothing;"
                        + " a uniqueness rule reads the data");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return new UniqueConstraint(
                unique && check(ObservedColumn.alone(column)).equals(Verdict.HOLDS));
    }

    @Override
    public boolean allowsEverything() {
        return !unique;
    }

    @Override
    public String seen(ColumnProfile column) {
        return "likely a key";
    }
}
