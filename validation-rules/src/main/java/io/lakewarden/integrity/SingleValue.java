package io.lakewarden.integrity;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.Optional;

/**
 * {@code single-value} (WARN): all cells hold the same value, so that the column tells nothing. Cells without a value are
 * left out of it, and told. Fields read: extremes, counts of truth values, exact counts of texts; all exact.
 */
final class SingleValue implements ColumnCheck {
    @Override
    public Optional<Finding> check(ColumnProfile column) {
        return only(column).filter(value -> column.present() > 1).map(value -> finding(column, value));
    }

    private static Optional<String> only(ColumnProfile column) {
        if (column instanceof NumericProfile numbers) {
            return numbers.finite() == numbers.present()
                            && numbers.finite() > 0
                            && numbers.minimum()
                                    .number()
                                    .equals(numbers.maximum().number())
                    ? Optional.of(Figures.number(numbers.minimum().number().orElseThrow()))
                    : Optional.empty();
        }
        if (column instanceof CategoricalProfile texts) {
            return texts.exactCounts()
                    .filter(counts -> counts.size() == 1)
                    .map(counts -> "'" + counts.firstKey() + "'");
        }
        if (column instanceof BooleanProfile truths) {
            return truths.trues() == 0 || truths.falses() == 0
                    ? Optional.of(Boolean.toString(truths.trues() > 0))
                    : Optional.empty();
        }
        if (column instanceof TemporalProfile times) {
            return times.earliest().equals(times.latest()) ? times.earliest().map(Object::toString) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Finding finding(ColumnProfile column, String value) {
        String missing = column.nulls() == 0
                ? ""
                : "; " + Figures.percent((double) column.nulls() / column.count()) + " of the cells have no value";
        return Facts.finding(
                column.name(),
                "single-value",
                Status.WARN,
                "one value: " + value,
                "different values",
                "Column '" + column.name() + "' holds nothing but " + value + missing + ".");
    }
}
