package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;

/**
 * {@code distinct}: how many different values there are.
 *
 * @param number of different values
 */
public record DistinctConstraint(WholeBounds number) implements ColumnConstraint {
    private static final String KEY = "distinct";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the number of different values: exact up to 1,024, beyond that an interval",
            "There are fewer different values than `min` or more than `max`. Undecided where the interval holds the limit.",
            field -> WholeBounds.read(field).map(DistinctConstraint::new),
            ConstraintKind.NEVER);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return number.value();
    }

    @Override
    public Verdict check(ObservedColumn column) {
        ColumnProfile current = column.current();
        String expected = number.words() + " different values";
        if (!(Values.of(current).distinct() instanceof Known distinct)) {
            String reason = ((Unknown) Values.of(current).distinct()).reason();
            return Verdict.undecided("not known", expected, current, reason);
        }
        Status status = number.judge(distinct);
        if (status == Status.PASS) {
            return Verdict.HOLDS;
        }
        return status == Status.FAIL
                ? Verdict.broken(
                        words(distinct),
                        expected,
                        Verdict.column(current) + " has " + words(distinct) + " different values; expected are "
                                + number.words() + ".")
                : Verdict.undecided(words(distinct), expected, current, "there are " + words(distinct));
    }

    private static String words(Known distinct) {
        return distinct.exact()
                ? Amounts.exact(distinct.value())
                : "between " + Amounts.exact(Math.floor(distinct.lower())) + " and "
                        + Amounts.exact(Math.ceil(distinct.upper()));
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return new DistinctConstraint(
                number.holding(Values.of(column).distinct(), Values.of(column).distinct()));
    }

    @Override
    public boolean allowsEverything() {
        return number.isNone();
    }

    @Override
    public String seen(ColumnProfile column) {
        return Values.of(column).distinct() instanceof Known distinct ? words(distinct) + " different" : "";
    }
}
