package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every statistic there is, by explicit list: a new one is one class and one line here. The main ones tell how far a column
 * moved; the further ones are classical tests and special measures, for those who ask for them.
 */
public final class DriftStatistics {
    private static final List<DriftStatistic> MAIN = List.of(
            new PopulationStabilityIndex(),
            new JensenShannonDistance(),
            new HellingerDistance(),
            new TotalVariationDistance(),
            new LInfinityDistance(),
            new KullbackLeiblerDivergence(),
            new WassersteinDistance(),
            new NormalizedWassersteinDistance(),
            new KolmogorovSmirnovTest(),
            new KolmogorovSmirnovLowerBound(),
            new ChiSquaredTest(),
            new CramersV(),
            new PercentNullDelta(),
            new PercentNonFiniteDelta(),
            new NewCategoryShare(),
            new OutOfRangeShare(),
            CalendarDistance.ofWeekdays(),
            CalendarDistance.ofHours());

    private static final List<DriftStatistic> FURTHER = List.of(
            new MeanShift(),
            new CohensD(),
            new StudentTest(),
            new WelchTest(),
            new VarianceRatio(),
            new QuantileShift(),
            new MannWhitneyTest(),
            new CramerVonMisesTest(),
            new AndersonDarlingTest(),
            new EppsSingletonTest(),
            new EnergyDistance(),
            new MaximumMeanDiscrepancy(),
            new RobustLInfinityDistance(),
            new GTest(),
            new FisherExactTest(),
            new ProportionZTest(),
            new VanishedCategoryShare(),
            new PointsShift(),
            new CombinedTest(),
            new VocabularyDistance(),
            new CharacterClassDistance(),
            new LengthDistance());

    private static final List<DriftStatistic> ALL =
            Stream.concat(MAIN.stream(), FURTHER.stream()).toList();

    private DriftStatistics() {}

    /** All statistics, in the order in which they are shown. */
    public static List<DriftStatistic> all() {
        return ALL;
    }

    /** Those that compare columns of a kind. */
    public static List<DriftStatistic> of(ColumnKind kind) {
        return ALL.stream()
                .filter(statistic -> statistic.kinds().contains(kind))
                .toList();
    }

    /** Whether a report shows it of every column; the others it shows where they are judged. All are stored. */
    public static boolean isAlwaysShown(String name) {
        return MAIN.stream().anyMatch(statistic -> statistic.name().equals(name));
    }

    /** The statistic of that name. */
    public static Optional<DriftStatistic> named(String name) {
        return ALL.stream().filter(statistic -> statistic.name().equals(name)).findFirst();
    }

    /** All names, for configuration and its error messages. */
    public static List<String> names() {
        return ALL.stream().map(DriftStatistic::name).toList();
    }
}
