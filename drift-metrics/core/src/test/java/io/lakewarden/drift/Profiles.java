package io.lakewarden.drift;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.BooleanColumnBuilder;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.CollectionColumnBuilder;
import io.lakewarden.profile.ColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.TemporalColumnBuilder;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Profiles of values given in a test: texts, truth values, numbers, times (long) and sizes (int). A missing value is null. */
final class Profiles {
    static final Window JANUARY = Window.parse("2026-01-01/2026-02-01");

    private Profiles() {}

    static List<Double> numbers(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<Double> numbers(int rows, IntToDoubleFunction value) {
        return IntStream.range(0, rows).mapToObj(value::applyAsDouble).toList();
    }

    static List<Double> normal(long seed, int rows, double mean, double deviation) {
        Random random = new Random(seed);
        return numbers(rows, row -> mean + deviation * random.nextGaussian());
    }

    static ColumnProfile column(List<?> values, Optional<Binning> binning) {
        return dataset("x", values, binning, JANUARY, ProfileDetail.FULL)
                .column("x")
                .orElseThrow();
    }

    static ColumnProfile column(List<?> values, Binning binning) {
        return column(values, Optional.of(binning));
    }

    /** The profile of a reference counted in the bins that the default rule freezes from it. */
    static ColumnProfile reference(List<?> values) {
        return column(values, BinningRule.DEFAULT.freeze(column(values, Optional.empty())));
    }

    static Optional<Binning> binning(ColumnProfile profile) {
        return profile.bins().map(bins -> bins.binning());
    }

    static DatasetProfile dataset(
            String name, List<?> values, Optional<Binning> binning, Window window, ProfileDetail detail) {
        ColumnKind kind = values.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Profiles::kind)
                .orElseGet(() ->
                        binning.filter(CategoricalBinning.class::isInstance).isPresent()
                                ? ColumnKind.CATEGORICAL
                                : ColumnKind.NUMERIC);
        ProfileBuilder builder = new ProfileBuilder(List.of(new ColumnSpec(name, kind, "test", binning)), detail);
        for (Object value : values) {
            builder.addRow();
            add(builder.column(0), value);
        }
        return builder.build(window, Slice.ALL);
    }

    private static ColumnKind kind(Object value) {
        if (value instanceof Boolean) {
            return ColumnKind.BOOLEAN;
        }
        if (value instanceof Long) {
            return ColumnKind.TEMPORAL;
        }
        if (value instanceof Integer) {
            return ColumnKind.COLLECTION;
        }
        return value instanceof String ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC;
    }

    static void add(ColumnBuilder column, Object value) {
        if (value == null) {
            column.addNull();
        } else if (column instanceof NumericColumnBuilder numbers) {
            numbers.add((double) value);
        } else if (column instanceof CategoricalColumnBuilder text) {
            text.add((String) value);
        } else if (column instanceof TemporalColumnBuilder times) {
            times.add((long) value);
        } else if (column instanceof CollectionColumnBuilder collections) {
            collections.add((int) value);
        } else {
            ((BooleanColumnBuilder) column).add((boolean) value);
        }
    }
}
