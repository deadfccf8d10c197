package io.lakewarden.drift;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.PartCounts;
import io.lakewarden.result.MetricValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * ½ Σ |p − q| over the kinds of parts that texts are made of. A metric in [0, 1]; exact. Parts of one text belong together, so
 * that the test takes them for fewer than they are: χ² is divided by Σ k² / Σ k, k the parts of each text, on the side where that is
 * larger. No clustering of parts makes the variance of a share larger than that (Rao and Scott, 1981, with the largest design
 * effect there can be), so that the test is conservative. Details: {@code p_value}, of the χ² law over kinds that are grouped until each is
 * expected five times, and {@code expected_by_chance}, about how large the distance is without drift.
 */
abstract class PartStatistic implements DriftStatistic {
    private final String name;
    private final String part;
    private final Function<CategoricalProfile, Optional<PartCounts>> parts;

    /**
     * @param part one of the parts, for people
     * @param parts the parts of a column, where they are counted
     */
    PartStatistic(String name, String part, Function<CategoricalProfile, Optional<PartCounts>> parts) {
        this.name = name;
        this.part = part;
        this.parts = parts;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.CATEGORICAL);
    }

    @Override
    public final DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        Optional<PartCounts> was = parts.apply((CategoricalProfile) reference);
        Optional<PartCounts> is = parts.apply((CategoricalProfile) current);
        if (was.isEmpty() || is.isEmpty()) {
            return DriftScore.unknown(part + "s of a column with bins are not counted");
        }
        if (was.get().total() == 0 || is.get().total() == 0) {
            return DriftScore.unknown(
                    (was.get().total() == 0 ? "the reference" : "the current data") + " has no " + part + "s");
        }
        return compare(was.get(), is.get());
    }

    private static DriftScore compare(PartCounts was, PartCounts is) {
        long[] before = was.counts();
        long[] now = is.counts();
        double first = was.total();
        double second = is.total();
        double noise = was.clustering() / first + is.clustering() / second;
        double distance = 0;
        double chance = 0;
        for (int kind = 0; kind < before.length; kind++) {
            distance += Math.abs(before[kind] / first - now[kind] / second) / 2;
            double share = (before[kind] + (double) now[kind]) / (first + second);
            chance += Math.sqrt(2 / Math.PI * share * (1 - share) * noise) / 2;
        }
        return DriftScore.exactly(Math.min(1, distance))
                .with("expected_by_chance", MetricValue.exactly(Math.min(1, chance)))
                .with(DriftScore.P_VALUE, pValue(before, now, Math.max(was.clustering(), is.clustering())));
    }

    private static MetricValue pValue(long[] before, long[] now, double clustering) {
        ContingencyTable grouped = ContingencyTable.of(before, now).grouped();
        if (grouped.degreesOfFreedom() == 0) {
            return MetricValue.exactly(1);
        }
        return grouped.isSparse()
                ? MetricValue.unknown("an expected count is below 5 with two kinds left")
                : MetricValue.exactly(
                        PValues.upperChiSquared(grouped.statistic() / clustering, grouped.degreesOfFreedom()));
    }
}
