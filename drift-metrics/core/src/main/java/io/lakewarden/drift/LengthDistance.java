package io.lakewarden.drift;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.CollectionProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.SizeCounts;
import io.lakewarden.result.MetricValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * max |F − G| of the lengths of texts (in code points) or the sizes of arrays and maps: the largest share of them that went from
 * below some size to above it, or back. In [0, 1], symmetric. F and G are read at the ends of exactly counted {@linkplain
 * SizeCounts steps}: up to size 15 that is the Kolmogorov–Smirnov statistic itself, beyond a lower bound of it. Without drift it
 * falls like √(1/N + 1/M). Detail {@code p_value}: of the Kolmogorov–Smirnov test, conservative, since sizes are tied.
 */
public final class LengthDistance implements DriftStatistic {
    static final String NAME = "length_distance";

    /** The only form. */
    public LengthDistance() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.CATEGORICAL, ColumnKind.COLLECTION);
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        Optional<SizeCounts> was = sizes(reference);
        Optional<SizeCounts> is = sizes(current);
        if (was.isEmpty() || is.isEmpty()) {
            return DriftScore.unknown("a side has counts only and no sizes");
        }
        if (reference.present() == 0 || current.present() == 0) {
            return DriftScore.unknown(
                    reference.present() == 0 ? "the reference has no values" : "the current data has no values");
        }
        double largest = largestGap(was.get().counts(), is.get().counts());
        return DriftScore.exactly(largest)
                .with(
                        DriftScore.P_VALUE,
                        MetricValue.exactly(
                                KolmogorovSmirnovLaw.pValue(largest, reference.present(), current.present())));
    }

    private static Optional<SizeCounts> sizes(ColumnProfile profile) {
        return profile instanceof CollectionProfile collections
                ? Optional.of(collections.sizes())
                : ((CategoricalProfile) profile).lengths();
    }

    private static double largestGap(long[] was, long[] is) {
        double wasTotal = Arrays.stream(was).sum();
        double isTotal = Arrays.stream(is).sum();
        double wasSoFar = 0;
        double isSoFar = 0;
        double largest = 0;
        for (int step = 0; step < Math.max(was.length, is.length); step++) {
            wasSoFar += step < was.length ? was[step] : 0;
            isSoFar += step < is.length ? is[step] : 0;
            largest = Math.max(largest, Math.abs(wasSoFar / wasTotal - isSoFar / isTotal));
        }
        return largest;
    }
}
