package io.lakewarden.rules.check;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.rules.measure.Bounds;
import io.lakewarden.rules.measure.KnownValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** What profiles know exactly, and where they know it too roughly for a rule. */
final class Profiled {
    /** Up to here a double holds every whole number. */
    private static final double EXACT_INTEGERS = 1L << 53;

    /** Longer texts are kept as a prefix. */
    private static final int WHOLE_TEXT = 256;

    private Profiled() {}

    static Function<DatasetProfile, Optional<KnownValue>> column(
            String path, Function<ColumnProfile, Optional<KnownValue>> known) {
        return profile -> profile.column(path).flatMap(known);
    }

    /** A column of numbers that are all finite and all held by a double as they are. */
    static Function<DatasetProfile, Optional<KnownValue>> numbers(
            String path, Function<NumericProfile, Optional<KnownValue>> known) {
        return column(
                path,
                column -> column instanceof NumericProfile numbers && isExact(numbers)
                        ? known.apply(numbers)
                        : Optional.empty());
    }

    private static boolean isExact(NumericProfile numbers) {
        return numbers.present() > 0
                && numbers.finite() == numbers.present()
                && !numbers.type().startsWith("decimal")
                && numbers.minimum().number().orElse(-Double.MAX_VALUE) > -EXACT_INTEGERS
                && numbers.maximum().number().orElse(Double.MAX_VALUE) < EXACT_INTEGERS;
    }

    /** The share of numbers that satisfy something: where the extremes say so, or every value is counted. */
    static Optional<KnownValue> share(NumericProfile numbers, double least, double most, DoublePredicate holds) {
        if (numbers.minimum() instanceof MetricValue.Known minimum
                && numbers.maximum() instanceof MetricValue.Known maximum
                && minimum.lower() >= least
                && maximum.upper() <= most) {
            return KnownValue.share(numbers.finite(), numbers.finite());
        }
        return numbers.exactCounts()
                .flatMap(counts -> KnownValue.share(
                        counts.entrySet().stream()
                                .filter(entry -> holds.test(entry.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum(),
                        numbers.finite()));
    }

    /** The share of dates or moments between two ends, where the first and the last of them say that it is all of them. */
    static Function<DatasetProfile, Optional<KnownValue>> times(
            String path, Optional<Instant> least, Optional<Instant> most) {
        return column(path, column -> {
            boolean inside = column instanceof TemporalProfile times
                    && times.earliest()
                            .filter(it -> least.isEmpty() || !it.isBefore(least.get()))
                            .isPresent()
                    && times.latest()
                            .filter(it -> most.isEmpty() || !it.isAfter(most.get()))
                            .isPresent();
            return inside ? KnownValue.share(column.present(), column.present()) : Optional.empty();
        });
    }

    /** The share of texts of so many characters, where the shortest and the longest say it, or every text is counted. */
    static Function<DatasetProfile, Optional<KnownValue>> lengths(String path, Bounds lengths) {
        Function<DatasetProfile, Optional<KnownValue>> counted =
                texts(path, text -> lengths.hold(text.codePointCount(0, text.length())));
        return profile -> profile.column(path)
                .filter(column -> column instanceof CategoricalProfile texts
                        && texts.type().equals("string")
                        && lengths.hold(texts.minimumLength().number().orElse(Double.NaN))
                        && lengths.hold(texts.maximumLength().number().orElse(Double.NaN)))
                .flatMap(column -> KnownValue.share(column.present(), column.present()))
                .or(() -> counted.apply(profile));
    }

    /** The share of texts that satisfy something, where every text is counted and kept as a whole. */
    static Function<DatasetProfile, Optional<KnownValue>> texts(String path, Predicate<String> holds) {
        return column(
                path,
                column -> column instanceof CategoricalProfile texts
                                && texts.type().equals("string")
                                && isWhole(texts)
                        ? texts.exactCounts()
                                .flatMap(counts -> KnownValue.share(
                                        counts.entrySet().stream()
                                                .filter(entry -> holds.test(entry.getKey()))
                                                .mapToLong(Map.Entry::getValue)
                                                .sum(),
                                        texts.present()))
                        : Optional.empty());
    }

    private static boolean isWhole(CategoricalProfile texts) {
        return texts.maximumLength().number().orElse(Double.MAX_VALUE) <= WHOLE_TEXT;
    }

    /**
     * How often each value of a column occurs; empty where not every value is counted, or values that differ may be
     * counted as one. Sketches have no part in it.
     */
    static Optional<Collection<Long>> counts(ColumnProfile column) {
        if (column instanceof NumericProfile numbers && isExact(numbers)) {
            return numbers.exactCounts().map(Map::values);
        }
        return column instanceof CategoricalProfile texts && texts.present() > 0 && isWhole(texts)
                ? texts.exactCounts().map(Map::values)
                : Optional.empty();
    }
}
