package io.lakewarden.benchmarks;

import io.lakewarden.profile.BooleanColumnBuilder;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.CollectionColumnBuilder;
import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.TemporalColumnBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Adds values to the builder of their column. */
final class Cells {
    private Cells() {}

    /** Adds one value, or a null. */
    static void add(ColumnBuilder builder, Object value) {
        if (value == null) {
            builder.addNull();
        } else if (value instanceof String text) {
            ((CategoricalColumnBuilder) builder).add(text);
        } else if (value instanceof Integer number) {
            ((NumericColumnBuilder) builder).add(number.longValue());
        } else if (value instanceof Number number) {
            ((NumericColumnBuilder) builder).add(number.doubleValue());
        } else if (value instanceof Boolean truth) {
            ((BooleanColumnBuilder) builder).add(truth);
        } else if (value instanceof Instant instant) {
            ((TemporalColumnBuilder) builder).add(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        } else if (value instanceof LocalDate day) {
            add(builder, day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } else {
            throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }

    /** Adds the size of an array. */
    static void addSize(ColumnBuilder builder, List<?> values) {
        ((CollectionColumnBuilder) builder).add(values.size());
    }
}
