package io.lakewarden.schema;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.schema.constraint.Amounts;

/** Tells columns that may be keys though the profile cannot prove it. */
final class LikelyKey {
    private LikelyKey() {}

    /** Whether all values may be different, and are no measurements, which are different by chance. */
    static boolean is(ColumnProfile column) {
        return column.nulls() == 0
                && distinct(column) instanceof Known distinct
                && !distinct.exact()
                && distinct.upper() >= column.count()
                && !repeats(column);
    }

    static String sentence(ColumnProfile column) {
        return "likely a key: about as many different values as there are cells ("
                + Amounts.count(column.count(), "cell") + "), which the profile cannot prove";
    }

    private static MetricValue distinct(ColumnProfile column) {
        if (column instanceof CategoricalProfile texts) {
            return texts.distinct();
        }
        return column instanceof NumericProfile numbers && numbers.integers() == numbers.count()
                ? numbers.distinct()
                : MetricValue.unknown("a measurement is no key");
    }

    private static boolean repeats(ColumnProfile column) {
        return column instanceof CategoricalProfile texts
                && texts.topValues(1).stream().anyMatch(value -> value.lower() > 1);
    }
}
