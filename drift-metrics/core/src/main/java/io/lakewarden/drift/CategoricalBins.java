package io.lakewarden.drift;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.FrequentValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Bins of a text reference. A category with at least 0.5 % of the values gets a bin of its own (at most 50 do), and so
 * does every category of a column with at most 2B of them; the others share the bin of rare ones. Where there are more
 * categories than are counted exactly, only those surely frequent enough get bins. A column whose values hardly repeat
 * is an identifier and gets none.
 */
final class CategoricalBins {
    private static final double LEAST_SHARE = 0.005;
    private static final int MOST_BINS = 50;

    private CategoricalBins() {}

    static Optional<Binning> freeze(CategoricalProfile reference, int bins) {
        long present = reference.present();
        if (present == 0) {
            return Optional.empty();
        }
        return reference.exactCounts().isPresent()
                ? complete(reference.exactCounts().get(), present, bins)
                : heavy(reference, present);
    }

    private static Optional<Binning> complete(SortedMap<String, Long> counts, long present, int bins) {
        boolean few = counts.size() <= 2 * bins;
        if (!few && counts.size() > present / 2) {
            return Optional.empty();
        }
        List<String> categories = new ArrayList<>();
        List<String> rare = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    boolean own = few || (entry.getValue() >= LEAST_SHARE * present && categories.size() < MOST_BINS);
                    (own ? categories : rare).add(entry.getKey());
                });
        return Optional.of(CategoricalBinning.of(categories, rare, true));
    }

    private static Optional<Binning> heavy(CategoricalProfile reference, long present) {
        List<String> categories = reference.topValues(MOST_BINS).stream()
                .filter(value -> value.lower() >= LEAST_SHARE * present)
                .map(FrequentValue::value)
                .toList();
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(CategoricalBinning.of(categories, List.of(), false));
    }
}
