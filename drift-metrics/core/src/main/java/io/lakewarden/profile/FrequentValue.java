package io.lakewarden.profile;

import java.util.Objects;

/**
 * A value and guaranteed bounds on how often it stands in the column; they coincide where the count is exact.
 *
 * @param value the value as text; numbers as {@code Double.toString} writes them, whole ones without a fraction
 * @param lower it stands at least this often
 * @param upper it stands at most this often
 */
public record FrequentValue(String value, long lower, long upper) {
    public FrequentValue {
        Objects.requireNonNull(value, "value");
        if (lower < 0 || upper < lower) {
            throw new IllegalArgumentException("bounds on a count are ordered, but got " + lower + " and " + upper);
        }
    }

    /** Whether the count is known without error. */
    public boolean exact() {
        return lower == upper;
    }
}
