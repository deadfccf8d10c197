package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Share of the reference's present values in categories that the current data does not have, in [0, 1]. Not symmetric: it
 * is {@code new_category_share} with the sides swapped. Small windows miss rare categories by chance: one with the share s
 * is missing among M values with probability (1 − s)ᴹ. It has no test of its own.
 *
 * <p>Exact while both sides know all their categories. Beyond, the categories with bins of their own are counted exactly,
 * which is the lower bound; the upper one adds the reference's share of categories without one, unless the current data
 * has none of those either.
 */
public final class VanishedCategoryShare implements DriftStatistic {
    static final String NAME = "vanished_category_share";

    /** The only form. */
    public VanishedCategoryShare() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.CATEGORICAL);
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        if (BinTable.of(reference, current).isEmpty()) {
            return DriftScore.unknown(Comparability.whyWithoutBins(reference));
        }
        if (reference.present() == 0 || current.present() == 0) {
            return DriftScore.unknown(
                    reference.present() == 0 ? "the reference has no values" : "the current data has no values");
        }
        Optional<SortedMap<String, Long>> before = ((CategoricalProfile) reference).exactCounts();
        Optional<SortedMap<String, Long>> now = ((CategoricalProfile) current).exactCounts();
        return before.isPresent() && now.isPresent()
                ? DriftScore.exactly(vanished(before.get(), now.get()) / reference.present())
                : fromBins(reference, current);
    }

    private static double vanished(Map<String, Long> before, Map<String, Long> now) {
        return before.entrySet().stream()
                .filter(entry -> !now.containsKey(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static DriftScore fromBins(ColumnProfile reference, ColumnProfile current) {
        BinCounts was = reference.bins().orElseThrow();
        BinCounts is = current.bins().orElseThrow();
        CategoricalBinning binning = (CategoricalBinning) was.binning();
        long surely = 0;
        long perhaps = 0;
        for (int bin = 0; bin < binning.size(); bin++) {
            if (is.count(bin) == 0) {
                surely += was.count(bin);
            } else if (bin >= binning.categories().size()) {
                perhaps += was.count(bin);
            }
        }
        double least = (double) surely / reference.present();
        double most = (double) (surely + perhaps) / reference.present();
        return DriftScore.of(MetricValue.between(least, least, most));
    }
}
