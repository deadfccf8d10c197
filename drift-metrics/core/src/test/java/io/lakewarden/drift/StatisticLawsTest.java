package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every statistic in the registry. */
class StatisticLawsTest {
    /** What the documentation promises of each: whoever adds a statistic adds its row, or nothing here holds. */
    private static final Map<String, StatisticRow> DOCUMENTED = StatisticRow.all();

    private static final long HOUR = 3_600_000_000L;

    /** They compare what two kinds of values make of all. */
    private static final Set<String> OF_TWO_CATEGORIES = Set.of("fisher_exact_test", "proportion_z_test");

    /** How a column changes, in steps from 0, where nothing has. */
    private enum Growth {
        /** Numbers move by half a deviation, one, and two. */
        LOCATION,
        /** Numbers move by a tenth of that: characteristic functions turn around, and a p-value ends where doubles do. */
        SMALL_LOCATION,
        /** Numbers spread. */
        SPREAD,
        /** One of two values grows more frequent. */
        SHARE,
        /** Rows are lost. */
        NULLS,
        /** Numbers become NaN. */
        NON_FINITE,
        /** There are more and more categories of a kind that was not there. */
        NEW_CATEGORY,
        /** Categories disappear one by one. */
        FEWER_CATEGORIES,
        /** Texts of other words, characters and lengths come. */
        TEXTS,
        /** More and more times are a Sunday's last hour. */
        TIMES;

        /** A statistic of numbers is for their location and one of categories for shares, unless it is named here. */
        static Growth of(DriftStatistic statistic) {
            return switch (statistic.name()) {
                case "epps_singleton_test", "combined_test" -> SMALL_LOCATION;
                case "variance_ratio" -> SPREAD;
                case "percent_null_delta" -> NULLS;
                case "percent_non_finite_delta" -> NON_FINITE;
                case "new_category_share" -> NEW_CATEGORY;
                case "vanished_category_share" -> FEWER_CATEGORIES;
                case "vocabulary_distance", "character_class_distance", "length_distance" -> TEXTS;
                case "weekday_distance", "hour_of_day_distance" -> TIMES;
                default -> statistic.kinds().contains(ColumnKind.NUMERIC) ? LOCATION : SHARE;
            };
        }

        /** Bins of its values; words are counted of texts without bins only. */
        Optional<Binning> bins(ColumnProfile reference) {
            return this == TEXTS ? Optional.empty() : Profiles.binning(reference);
        }

        List<?> values(long seed, int rows, int step) {
            Random random = new Random(seed);
            double shift = new double[] {0, 0.5, 1, 2}[step];
            return switch (this) {
                case LOCATION -> Profiles.normal(seed, rows, shift, 1);
                case SMALL_LOCATION -> Profiles.normal(seed, rows, shift / 4, 1);
                case SPREAD -> Profiles.normal(seed, rows, 0, 1 + shift);
                case SHARE ->
                    IntStream.range(0, rows)
                            .mapToObj(row -> random.nextDouble() < 0.55 + shift / 5 ? "a" : "b")
                            .toList();
                case NULLS, NON_FINITE -> {
                    Double lost = this == NULLS ? null : Double.NaN;
                    List<Double> values = new ArrayList<>(Profiles.normal(seed, rows, 0, 1));
                    values.replaceAll(value -> random.nextDouble() < 0.1 + shift / 4 ? lost : value);
                    yield values;
                }
                case NEW_CATEGORY ->
                    IntStream.range(0, rows)
                            .mapToObj(row -> random.nextDouble() < shift / 4 ? "new" : "category " + row % 6)
                            .toList();
                case FEWER_CATEGORIES ->
                    IntStream.range(0, rows)
                            .mapToObj(row -> "category " + row % (6 - step))
                            .toList();
                case TEXTS ->
                    IntStream.range(0, rows)
                            .mapToObj(row -> random.nextDouble() < shift / 4 ? "12 345 6789" : "good day " + row % 6)
                            .toList();
                case TIMES ->
                    IntStream.range(0, rows)
                            .mapToObj(row -> (random.nextDouble() < shift / 4 ? 95L : random.nextInt(7 * 24)) * HOUR)
                            .toList();
            };
        }
    }

    /** Those that profiles alone decide; a scorecard's has laws of its own. */
    static List<DriftStatistic> all() {
        return DriftStatistics.all().stream()
                .filter(statistic -> !(statistic instanceof PointsShift))
                .toList();
    }

    @Test
    void everyStatisticIsDocumentedAndNoOther() {
        assertThat(DOCUMENTED.keySet()).containsExactlyInAnyOrderElementsOf(DriftStatistics.names());
    }

    @Test
    void namesAreUniqueAndFound() {
        assertThat(DriftStatistics.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z_]+"));
        assertThat(DriftStatistics.names())
                .allSatisfy(name -> assertThat(DriftStatistics.named(name)).isPresent());
        assertThat(DriftStatistics.named("ks")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void distanceToItselfIsZero(DriftStatistic statistic) {
        for (ColumnProfile profile : samples(statistic)) {
            Known self = known(statistic, profile, profile);
            assertThat(self.value()).isCloseTo(0, within(1e-12));
            assertThat(self.lower()).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void sidesMayBeSwappedAsDocumented(DriftStatistic statistic) {
        Growth growth = Growth.of(statistic);
        // neither side reaches the ends of the bins, so that no range is compared
        Optional<Binning> bins = growth == Growth.LOCATION || growth == Growth.SMALL_LOCATION || growth == Growth.SPREAD
                ? Optional.of(NumericBinning.ofEdges(-1, -0.5, 0, 0.5, 1, 2))
                : growth.bins(Profiles.reference(growth.values(1, 3_000, 0)));
        ColumnProfile first = Profiles.column(growth.values(1, 3_000, 0), bins);
        ColumnProfile second = Profiles.column(growth.values(2, 2_000, 1), bins);
        if (statistic.compare(first, second).value() instanceof Unknown) {
            assertThat(statistic.name()).isEqualTo("out_of_range_share");
            return;
        }
        double there = known(statistic, first, second).value();
        double back = known(statistic, second, first).value();
        StatisticRow row = DOCUMENTED.get(statistic.name());
        assertThat(there).isNotZero();
        switch (row.symmetry()) {
            case YES -> assertThat(back).isCloseTo(there, within(1e-9 * (1 + Math.abs(there))));
            case UP_TO_SIGN -> assertThat(back).isCloseTo(-there, within(1e-9 * (1 + Math.abs(there))));
            case NO -> assertThat(back).isNotCloseTo(there, within(1e-9 * (1 + Math.abs(there))));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesStayInRange(DriftStatistic statistic) {
        Random random = new Random(3);
        for (int repeat = 0; repeat < 20; repeat++) {
            long seed = random.nextLong();
            double shift = 10 * random.nextDouble();
            for (ColumnProfile reference : samples(statistic)) {
                ColumnProfile current =
                        switch (reference.kind()) {
                            case NUMERIC ->
                                Profiles.column(
                                        Profiles.normal(seed, 200, shift, 1 + shift), Profiles.binning(reference));
                            case CATEGORICAL ->
                                Profiles.column(
                                        text(
                                                new Random(seed),
                                                200,
                                                OF_TWO_CATEGORIES.contains(statistic.name())
                                                        ? 2
                                                        : 1 + random.nextInt(9)),
                                        Profiles.binning(reference));
                            case TEMPORAL ->
                                Profiles.column(times(new Random(seed), 200, 1 + random.nextInt(7)), Optional.empty());
                            case COLLECTION ->
                                Profiles.column(sizes(new Random(seed), 200, 1 + (int) (9 * shift)), Optional.empty());
                            default ->
                                Profiles.column(booleans(new Random(seed), 200, 0.9), Profiles.binning(reference));
                        };
                Known score = known(statistic, reference, current);
                StatisticRow row = DOCUMENTED.get(statistic.name());
                assertThat(score.lower()).isGreaterThanOrEqualTo(row.least());
                assertThat(score.upper()).isLessThanOrEqualTo(row.greatest());
                score(statistic, reference, current).pValue().number().ifPresent(pValue -> assertThat(pValue)
                        .isBetween(0.0, 1.0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesGrowWithTheChangeThatTheyAreFor(DriftStatistic statistic) {
        Growth growth = Growth.of(statistic);
        Optional<Binning> bins = growth.bins(Profiles.reference(growth.values(1, 3_000, 0)));
        ColumnProfile reference = Profiles.column(growth.values(1, 3_000, 0), bins);
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < 4; step++) {
            ColumnProfile current = Profiles.column(growth.values(2, 3_000, step), bins);
            double value = known(statistic, reference, current).value();
            assertThat(value).as("%s, step %s", growth, step).isGreaterThan(before);
            before = value;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void sharesOfTwoValuesMoveWhatComparesThem(DriftStatistic statistic) {
        if (!statistic.kinds().contains(ColumnKind.BOOLEAN) || Growth.of(statistic) == Growth.NULLS) {
            return;
        }
        ColumnProfile reference = Profiles.reference(booleans(new Random(5), 2_000, 0.3));
        double before = Double.NEGATIVE_INFINITY;
        for (double share : new double[] {0.3, 0.45, 0.6, 0.9}) {
            ColumnProfile current = Profiles.column(booleans(new Random(6), 2_000, share), Profiles.binning(reference));
            double value = known(statistic, reference, current).value();
            assertThat(value).as("share of %s", share).isGreaterThan(before);
            before = value;
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void emptySidesGiveAReasonInsteadOfANumber(DriftStatistic statistic) {
        for (ColumnProfile reference : samples(statistic)) {
            ColumnProfile none = Profiles.column(List.of(), Profiles.binning(reference));
            if (none.kind() == reference.kind()) {
                assertThat(statistic.compare(reference, none).value().number()).isEmpty();
                assertThat(statistic.compare(none, reference).value().number()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsEverNotANumber(DriftStatistic statistic) {
        List<List<Double>> hostile = List.of(
                Profiles.numbers(Double.NaN, Double.NaN),
                Profiles.numbers(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0),
                Profiles.numbers(Double.MAX_VALUE, -Double.MAX_VALUE),
                Profiles.numbers(Double.MIN_VALUE, 0, -0.0),
                Collections.nCopies(3, null),
                Profiles.numbers(5, 5, 5));
        if (!statistic.kinds().contains(ColumnKind.NUMERIC)) {
            return;
        }
        for (List<Double> was : hostile) {
            ColumnProfile reference = Profiles.reference(was);
            for (List<Double> is : hostile) {
                DriftScore score = statistic.compare(reference, Profiles.column(is, Profiles.binning(reference)));
                score.value().number().ifPresent(value -> assertThat(value).isFinite());
                score.details().values().forEach(detail -> detail.number()
                        .ifPresent(value -> assertThat(value).isFinite()));
            }
        }
    }

    private static List<ColumnProfile> samples(DriftStatistic statistic) {
        return Stream.of(
                        Profiles.reference(Profiles.normal(1, 1_500, 0, 1)),
                        Profiles.reference(Profiles.numbers(600, row -> row % 7)),
                        texts(statistic),
                        Profiles.column(times(new Random(6), 500, 7), Optional.empty()),
                        Profiles.column(sizes(new Random(7), 500, 20), Optional.empty()),
                        Profiles.reference(booleans(new Random(5), 500, 0.3)))
                .filter(profile -> statistic.kinds().contains(profile.kind()))
                .toList();
    }

    /** Words are counted of texts without bins only. */
    private static ColumnProfile texts(DriftStatistic statistic) {
        List<String> texts = text(new Random(4), 500, OF_TWO_CATEGORIES.contains(statistic.name()) ? 2 : 6);
        return statistic instanceof VocabularyDistance
                ? Profiles.column(texts, Optional.empty())
                : Profiles.reference(texts);
    }

    private static List<Long> times(Random random, int rows, int days) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextInt(days * 24) * HOUR)
                .toList();
    }

    private static List<Integer> sizes(Random random, int rows, int most) {
        return IntStream.range(0, rows).mapToObj(row -> random.nextInt(most)).toList();
    }

    private static List<String> text(Random random, int rows, int categories) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "category " + random.nextInt(categories))
                .toList();
    }

    private static List<Boolean> booleans(Random random, int rows, double share) {
        return IntStream.range(0, rows)
                .mapToObj(row -> random.nextDouble() < share)
                .toList();
    }

    private static DriftScore score(DriftStatistic statistic, ColumnProfile reference, ColumnProfile current) {
        return statistic.compare(reference, current);
    }

    private static Known known(DriftStatistic statistic, ColumnProfile reference, ColumnProfile current) {
        assertThat(score(statistic, reference, current).value()).isInstanceOf(Known.class);
        return (Known) score(statistic, reference, current).value();
    }
}
