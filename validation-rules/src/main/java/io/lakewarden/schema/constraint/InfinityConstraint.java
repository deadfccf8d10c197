package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.Optional;

/**
 * {@code infinity}: whether numbers may be infinite.
 *
 * @param allowed {@code false} allows none
 */
public record InfinityConstraint(boolean allowed) implements ColumnConstraint {
    private static final String KEY = "infinity";

    static final ConstraintKind KIND = new ConstraintKind(
            KEY,
            "the numbers of +∞ and of −∞",
            "`infinity` is `false` and some number is infinite.",
            field -> field.truth().map(InfinityConstraint::new),
            (column, mostValues) ->
                    column instanceof NumericProfile numbers && FloatingPoint.isTypeOf(column) && count(numbers) == 0
                            ? Optional.of(new InfinityConstraint(false))
                            : Optional.empty());

    private static long count(NumericProfile numbers) {
        return numbers.positiveInfinities() + numbers.negativeInfinities();
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
            return Verdict.ofAnotherKind(column.current(), "no infinities", "numbers");
        }
        long count = count(numbers);
        String share = Amounts.percent(count, numbers.present());
        return count == 0
                ? Verdict.HOLDS
                : Verdict.broken(
                        share + " infinite",
                        "no infinities",
                        Verdict.column(numbers) + " is infinite in " + share + " of its values ("
                                + Amounts.count(count, "cell") + ").");
    }

    @Override
    public ColumnConstraint accepting(ColumnProfile column) {
        return new InfinityConstraint(allowed || (column instanceof NumericProfile numbers && count(numbers) > 0));
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
