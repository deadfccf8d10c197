package io.lakewarden.drift.preset;

import io.lakewarden.drift.DriftPreset;
import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.Figures;
import io.lakewarden.result.MetricValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;

/**
 * NannyML 0.13: the Jensen–Shannon distance (base 2) above mean + 3 standard deviations of what chunks of the reference
 * have. Numbers are counted in equally wide bins over the reference, as many as Doane's rule gives; texts and truth values
 * by value; what the reference does not have, or what lies outside its range, is one more bin. Nulls and NaN are dropped.
 *
 * <p>The reference's own blocks are its chunks. Where there are none its limit is 0.1, which its documentation names.
 */
final class NannymlPreset implements DriftPreset {
    private static final String JENSEN_SHANNON = "nannyml_jensen_shannon";
    private static final double WITHOUT_CHUNKS = 0.1;
    private static final double DEVIATIONS = 3;

    @Override
    public String name() {
        return "nannyml";
    }

    @Override
    public String title() {
        return "NannyML";
    }

    @Override
    public List<String> statistics() {
        return List.of(JENSEN_SHANNON);
    }

    @Override
    public Decision decide(Subject subject) {
        Optional<String> undecided = undecided(subject.reference(), subject.current());
        if (undecided.isPresent()) {
            return decision(MetricValue.unknown(undecided.get()), WITHOUT_CHUNKS, "");
        }
        Optional<Comparison> comparison = subject.reference() instanceof NumericProfile numbers
                ? Optional.of(new OfNumbers(numbers))
                : ValueCounts.of(subject.reference()).map(OfValues::new);
        Optional<Distance> distance = comparison.flatMap(it -> it.to(subject.current()));
        if (distance.isEmpty()) {
            return decision(MetricValue.unknown(ValueCounts.TOO_MANY), WITHOUT_CHUNKS, "");
        }
        OptionalDouble own = subject.limits().apply(JENSEN_SHANNON);
        List<Distance> chunks = own.isPresent()
                ? List.of()
                : subject.blocks().stream()
                        .flatMap(block -> comparison.get().to(block).stream())
                        .toList();
        if (chunks.isEmpty()) {
            return decision(
                    distance.get().value(),
                    own.orElse(WITHOUT_CHUNKS),
                    own.isPresent() ? "" : " (the reference has no blocks to learn a limit from)");
        }
        double mean = chunks.stream().mapToDouble(Distance::distance).average().orElseThrow();
        double variance = chunks.stream()
                .mapToDouble(chunk -> (chunk.distance() - mean) * (chunk.distance() - mean))
                .average()
                .orElseThrow();
        boolean exact = chunks.stream().allMatch(chunk -> chunk.error() == 0);
        return decision(
                distance.get().value(),
                mean + DEVIATIONS * Math.sqrt(variance),
                String.format(
                        Locale.ROOT,
                        " (the mean %s of %d %s of the reference and three standard deviations%s)",
                        Figures.number(mean),
                        chunks.size(),
                        chunks.size() == 1 ? "block" : "blocks",
                        exact ? "" : ", about, as the blocks are counted in other bins"));
    }

    private static Decision decision(MetricValue score, double limit, String origin) {
        return new Decision(JENSEN_SHANNON, "Jensen–Shannon distance", score, Drifts.ABOVE, limit, origin);
    }

    private static Optional<String> undecided(ColumnProfile reference, ColumnProfile current) {
        if (!(reference instanceof NumericProfile
                || reference instanceof CategoricalProfile
                || reference instanceof BooleanProfile)) {
            return Optional.of("NannyML compares numbers, texts and truth values");
        }
        if (reference instanceof NumericProfile numbers
                && numbers.positiveInfinities() + numbers.negativeInfinities() > 0) {
            return Optional.of("the reference has infinite values, over which NannyML lays no bins");
        }
        return values(reference) == 0 || values(current) == 0
                ? Optional.of("one side has no values")
                : Optional.empty();
    }

    /** Infinite ones among them. */
    private static long values(ColumnProfile profile) {
        return profile.present() - (profile instanceof NumericProfile numbers ? numbers.nans() : 0);
    }

    /**
     * A distance to the reference.
     *
     * @param distance between 0 and 1
     * @param error how far it may be off; 0 where exact, 1 where nothing bounds it
     */
    private record Distance(double distance, double error) {
        /** Of shares and the rest of them that the reference's bins do not hold. */
        static Distance of(double[] reference, double[] current, double error) {
            double leftover = 1 - Arrays.stream(current).sum();
            double[] p = reference;
            double[] q = current;
            if (leftover > 0) {
                p = Arrays.copyOf(p, p.length + 1);
                q = Arrays.copyOf(q, q.length + 1);
                q[q.length - 1] = leftover;
            }
            return new Distance(Math.sqrt(JensenShannon.bits(p, q)), error);
        }

        MetricValue value() {
            return error == 0
                    ? MetricValue.exactly(distance)
                    : MetricValue.between(distance, Math.max(0, distance - error), Math.min(1, distance + error));
        }
    }

    /** The reference, as others are held against it. */
    private sealed interface Comparison {
        /** The distance of a column; empty where its values are not known or there are none. */
        Optional<Distance> to(ColumnProfile column);
    }

    private static final class OfNumbers implements Comparison {
        private final Ecdf reference;
        private final RankBins bins;
        private final double[] shares;

        OfNumbers(NumericProfile reference) {
            this.reference = reference.ecdf();
            this.bins = RankBins.ofDoane(
                    number(reference.minimum()),
                    number(reference.maximum()),
                    reference.finite(),
                    number(reference.populationStandardDeviation()),
                    number(reference.skewness()));
            this.shares = parts(bins.count(this.reference), reference.finite());
        }

        private static double number(MetricValue value) {
            return value.number().orElse(0);
        }

        @Override
        public Optional<Distance> to(ColumnProfile column) {
            NumericProfile numbers = (NumericProfile) column;
            long values = values(column);
            if (values == 0) {
                return Optional.empty();
            }
            Ecdf ecdf = numbers.ecdf();
            if (ecdf.count() == numbers.finite()) {
                return Optional.of(Distance.of(
                        shares,
                        parts(bins.count(ecdf), values),
                        JensenShannon.error(bins.size() * reference.rankError())
                                + JensenShannon.error(bins.size() * ecdf.rankError())));
            }
            return column.bins().map(counted -> Distance.of(shares, parts(bins.spread(counted, reference), values), 1));
        }
    }

    private static final class OfValues implements Comparison {
        private final SortedMap<Object, Long> reference;
        private final double[] shares;

        OfValues(SortedMap<Object, Long> reference) {
            this.reference = reference;
            long total = reference.values().stream().mapToLong(Long::longValue).sum();
            this.shares = parts(
                    reference.values().stream().mapToDouble(Long::doubleValue).toArray(), total);
        }

        @Override
        public Optional<Distance> to(ColumnProfile column) {
            if (values(column) == 0) {
                return Optional.empty();
            }
            Optional<SortedMap<Object, Long>> counts = ValueCounts.of(column);
            return counts.isPresent()
                    ? Optional.of(Distance.of(
                            shares,
                            parts(
                                    reference.keySet().stream()
                                            .mapToDouble(value ->
                                                    (double) counts.get().getOrDefault(value, 0L))
                                            .toArray(),
                                    values(column)),
                            0))
                    : column.bins().flatMap(bins -> ofBins(bins, values(column)));
        }

        /** Rare values that share a bin are taken to be there in the reference's proportion. */
        private Optional<Distance> ofBins(BinCounts bins, long values) {
            CategoricalBinning binning = (CategoricalBinning) bins.binning();
            double[] shared = new double[binning.size()];
            List<Integer> places = new ArrayList<>();
            reference.forEach((value, count) -> {
                int bin = binning.indexOf((String) value);
                places.add(bin);
                shared[bin] += (double) count;
            });
            double[] counts = new double[places.size()];
            boolean alone = places.stream().distinct().count() == places.size();
            int place = 0;
            for (long count : reference.values()) {
                int bin = places.get(place);
                counts[place++] = (double) bins.count(bin) * count / shared[bin];
            }
            return Optional.of(Distance.of(shares, parts(counts, values), alone ? 0 : 1));
        }
    }

    private static double[] parts(double[] counts, long total) {
        return Arrays.stream(counts).map(count -> count / (double) total).toArray();
    }
}
