package io.lakewarden.schema.constraint;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import java.util.function.ToLongFunction;

/**
 * Numbers of floating-point columns that are not finite, of one sort.
 *
 * @param sort what such a number is: {@code infinite}
 * @param none what a column has that has none: {@code no infinities}
 * @param count how many a profile has
 */
record UnwantedNumbers(String sort, String none, ToLongFunction<NumericProfile> count) {
    /** Whether a column could have some, and has none. */
    boolean areAbsentFrom(ColumnProfile column) {
        return column instanceof NumericProfile && FloatingPoint.isTypeOf(column) && !areIn(column);
    }

    boolean areIn(ColumnProfile column) {
        return column instanceof NumericProfile numbers && count.applyAsLong(numbers) > 0;
    }

    /** Broken where there are any. */
    Verdict check(ColumnProfile column) {
        if (!(column instanceof NumericProfile numbers)) {
            return Verdict.ofAnotherKind(column, none, "numbers");
        }
        long found = count.applyAsLong(numbers);
        String share = Amounts.percent(found, numbers.present());
        return found == 0
                ? Verdict.HOLDS
                : Verdict.broken(
                        share + " " + sort,
                        none,
                        Verdict.column(numbers) + " is " + sort + " in " + share + " of its values ("
                                + Amounts.count(found, "cell") + ").");
    }
}
