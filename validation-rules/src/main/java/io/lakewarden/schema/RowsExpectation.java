package io.lakewarden.schema;

import io.lakewarden.schema.constraint.Amounts;
import io.lakewarden.schema.constraint.SchemaValue;
import io.lakewarden.schema.constraint.WholeBounds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * {@code rows}: how large a dataset is.
 *
 * @param number {@code min} and {@code max}: bounds on the number of rows
 * @param minimumRatio {@code min_ratio}: the least number of rows, as a multiple of those of the window before
 * @param maximumRatio {@code max_ratio}: the greatest
 */
public record RowsExpectation(WholeBounds number, OptionalDouble minimumRatio, OptionalDouble maximumRatio) {
    /** Any number of rows. */
    public static final RowsExpectation NONE =
            new RowsExpectation(WholeBounds.NONE, OptionalDouble.empty(), OptionalDouble.empty());

    public RowsExpectation {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(minimumRatio, "minimumRatio");
        Objects.requireNonNull(maximumRatio, "maximumRatio");
    }

    /** Bounds on the number alone. */
    public static RowsExpectation of(WholeBounds number) {
        return new RowsExpectation(number, OptionalDouble.empty(), OptionalDouble.empty());
    }

    boolean comparesWithPrevious() {
        return minimumRatio.isPresent() || maximumRatio.isPresent();
    }

    SchemaValue.Keys value() {
        Map<String, SchemaValue> keys = new LinkedHashMap<>(number.value().byKey());
        minimumRatio.ifPresent(it -> keys.put("min_ratio", SchemaValue.number(it)));
        maximumRatio.ifPresent(it -> keys.put("max_ratio", SchemaValue.number(it)));
        return new SchemaValue.Keys(keys);
    }

    /** The ratios for people. */
    String ratioWords() {
        if (minimumRatio.isPresent() && maximumRatio.isPresent()) {
            return Amounts.exact(minimumRatio.getAsDouble()) + " to " + Amounts.exact(maximumRatio.getAsDouble())
                    + " times the window before";
        }
        return minimumRatio.isPresent()
                ? "at least " + Amounts.exact(minimumRatio.getAsDouble()) + " times the window before"
                : "at most " + Amounts.exact(maximumRatio.orElse(Double.MAX_VALUE)) + " times the window before";
    }
}
