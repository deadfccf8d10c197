package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Optional;

/**
 * {@code nan}: whether numbers may be "not a number".
 *
 * @param allowed {@code false} allows none
 */
public record NanConstraint(boolean allowed) implements ColumnConstraint {
    private static final String KEY = "nan";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the number of NaN",
            "`nan` is `false` and some number is NaN.",
            field -> field.truth().map(NanConstraint::new),
            (column, mostValues) ->
                    column instanceof NumericProfile numbers && FloatingPoint.isTypeOf(column) && count(numbers) == 0
                            ? Optional.of(new NanConstraint(false))
                            : Optional.empty());

    private static long count(NumericProfile numbers) {
        return numbers.nans();
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public SchemaValue value() {
        return SchemaValue.truth(allowed);
    }

    @Override
    public Verdict check(ObservedColumn column) {
        if (allowed) {
            return Verdict.HOLDS;
        }
        if (!(column.current() instanceof NumericProfile numbers)) {
            return Verdict.ofAnotherKind(column.current(), "no NaN", "numbers");
        }
        long count = count(numbers);
        String share = Amounts.percent(count, numbers.present());
        return count == 0
                ? Verdict.HOLDS
                : Verdict.broken(
                        share + " NaN",
                        "no NaN",
                        Verdict.column(numbers) + " is NaN in " + share + " of its values ("
                                + Amounts.count(count, "cell") + ").");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return new NanConstraint(allowed || (column instanceof NumericProfile numbers && count(numbers) > 0));
    }

    @Override
    public boolean allowsEverything() {
        return allowed;
    }

    @Override
    public String seen(ColumnProfile column) {
        return "";
    }
}
