package io.lakewarden.drift;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One column of a credit scorecard: bins that people gave instead of quantiles, and what a row in each is worth. A score has
 * bands and no points; a characteristic has points for each of its attributes.
 */
public sealed interface Scorecard {
    /** The bins that it gives to a column, or none where it is no scorecard for that kind of column. */
    Optional<Binning> binning(ColumnProfile reference);

    /** Whether it can be one for columns of a kind. */
    boolean suits(ColumnKind kind);

    /** Whether it says what rows are worth. */
    boolean hasPoints();

    /** What a row in the bin is worth, where it says so. */
    OptionalDouble points(Bin bin);

    /**
     * Of numbers: below the first bound, then from each bound to just below the next one.
     *
     * @param bounds the lower bounds of all bands but the lowest, rising
     * @param points one for each band, one more than bounds; empty where there are none
     * @param missing points of a row without a number
     */
    record Bands(List<Double> bounds, List<Double> points, OptionalDouble missing) implements Scorecard {
        public Bands {
            bounds = List.copyOf(bounds);
            points = List.copyOf(points);
            Objects.requireNonNull(missing, "missing");
            if (bounds.isEmpty()) {
                throw new IllegalArgumentException("bands need at least one bound");
            }
            if (!points.isEmpty() && points.size() != bounds.size() + 1) {
                throw new IllegalArgumentException(bounds.size() + " bounds make " + (bounds.size() + 1)
                        + " bands, but there are points for " + points.size());
            }
            requireFinite(points);
            // refuses what is no sequence of bounds
            binning(bounds);
        }

        private static NumericBinning binning(List<Double> bounds) {
            return NumericBinning.ofBands(
                    bounds.stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public Optional<Binning> binning(ColumnProfile reference) {
            return reference instanceof NumericProfile ? Optional.of(binning(bounds)) : Optional.empty();
        }

        @Override
        public boolean suits(ColumnKind kind) {
            return kind == ColumnKind.NUMERIC;
        }

        @Override
        public boolean hasPoints() {
            return !points.isEmpty();
        }

        @Override
        public OptionalDouble points(Bin bin) {
            if (!hasPoints()) {
                return OptionalDouble.empty();
            }
            return switch (bin.kind()) {
                case NULL, NAN -> missing;
                case NEGATIVE_INFINITY -> OptionalDouble.of(points.get(0));
                case POSITIVE_INFINITY -> OptionalDouble.of(points.get(points.size() - 1));
                default -> {
                    NumericBinning bands = binning(bounds);
                    int band = 0;
                    while (band < bands.size() && !bands.label(band).equals(bin.label())) {
                        band++;
                    }
                    yield band < bands.size() ? OptionalDouble.of(points.get(band)) : OptionalDouble.empty();
                }
            };
        }
    }

    /**
     * Of categories or truth values.
     *
     * @param points by attribute, in the order in which they are shown
     * @param other points of any attribute that is not named
     * @param missing points of a row without a value
     */
    record Attributes(Map<String, Double> points, OptionalDouble other, OptionalDouble missing) implements Scorecard {
        public Attributes {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
            Objects.requireNonNull(other, "other");
            Objects.requireNonNull(missing, "missing");
            if (points.isEmpty()) {
                throw new IllegalArgumentException("attributes need points for at least one of them");
            }
            requireFinite(points.values());
        }

        @Override
        public Optional<Binning> binning(ColumnProfile reference) {
            if (!(reference instanceof CategoricalProfile text)) {
                return Optional.empty();
            }
            List<String> rest = new ArrayList<>(
                    text.exactCounts().orElseGet(Collections::emptySortedMap).keySet());
            rest.removeAll(points.keySet());
            return Optional.of(CategoricalBinning.of(
                    List.copyOf(points.keySet()), rest, text.exactCounts().isPresent()));
        }

        @Override
        public boolean suits(ColumnKind kind) {
            return kind == ColumnKind.CATEGORICAL || kind == ColumnKind.BOOLEAN;
        }

        @Override
        public boolean hasPoints() {
            return true;
        }

        @Override
        public OptionalDouble points(Bin bin) {
            return switch (bin.kind()) {
                case NULL, NAN -> missing;
                case VALUE -> points.containsKey(bin.label()) ? OptionalDouble.of(points.get(bin.label())) : other;
                default -> other;
            };
        }
    }

    private static void requireFinite(Collection<Double> points) {
        points.stream().filter(value -> !Double.isFinite(value)).findFirst().ifPresent(value -> {
            throw new IllegalArgumentException("points are finite, but got " + value);
        });
    }
}
