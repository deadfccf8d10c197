package io.lakewarden.drift;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalProfile;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How often values of the same law are in categories that its sample has missed: as often as the sample's own values were
 * there only once, singles / rows (I. Good and A. Turing; Good, "The population frequencies of species", 1953), with the variance
 * (singles · (1 − share) + 2 · pairs) / rows² (W. Esty, "A normal limit law for a nonparametric estimator of the coverage of a random
 * sample", 1983).
 *
 * @param singles categories that the sample holds once
 * @param pairs those that it holds twice
 * @param rows values of the sample, at least 1
 */
record UnseenShare(long singles, long pairs, long rows) {
    /**
     * From the counts of all categories, where the profile has them. Where only the bins are there, a rare category may have been
     * counted once: as many as that allows are taken for singles, so that the share is one of at least this size.
     */
    static UnseenShare of(CategoricalProfile sample, BinCounts bins) {
        Optional<SortedMap<String, Long>> counts = sample.exactCounts();
        if (counts.isPresent()) {
            return new UnseenShare(times(counts.get(), 1), times(counts.get(), 2), sample.present());
        }
        CategoricalBinning binning = (CategoricalBinning) bins.binning();
        int own = binning.categories().size();
        long singles = binning.rare().isEmpty() ? 0 : Math.min(binning.rare().size(), bins.count(own));
        long pairs = 0;
        for (int bin = 0; bin < own; bin++) {
            singles += bins.count(bin) == 1 ? 1 : 0;
            pairs += bins.count(bin) == 2 ? 1 : 0;
        }
        return new UnseenShare(singles, pairs, sample.present());
    }

    private static long times(Map<String, Long> counts, long times) {
        return counts.values().stream().filter(count -> count == times).count();
    }

    double share() {
        return (double) singles / rows;
    }

    /**
     * The probability that so many of the current values or more are in missed categories, without drift: the test of two shares, in
     * which the sample counts with as many rows as give its share Esty's variance; 1 where there are no more than expected.
     */
    double pValue(long unseen, long current) {
        if (unseen <= share() * current) {
            return 1;
        }
        double weight = singles == 0 ? 1 : (double) singles / (singles + 2 * pairs);
        long counted = Math.max(1, Math.round(weight * rows));
        return ContingencyTable.ofProportions(Math.min(counted, Math.round(weight * singles)), counted, unseen, current)
                .pValue();
    }
}
