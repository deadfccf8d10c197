package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import java.util.List;
import java.util.Optional;

/** Every statistic there is, by explicit list: a new one is one class and one line here. */
public final class DriftStatistics {
    private static final List<DriftStatistic> ALL = List.of(
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
            new OutOfRangeShare());

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

    /** The statistic of that name. */
    public static Optional<DriftStatistic> named(String name) {
        return ALL.stream().filter(statistic -> statistic.name().equals(name)).findFirst();
    }

    /** All names, for configuration and its error messages. */
    public static List<String> names() {
        return ALL.stream().map(DriftStatistic::name).toList();
    }
}
