package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Σ (actual % − expected %) × points over the attributes of a scorecard's characteristic, missing values included: how many
 * points a row is worth more than in the reference, on average. In points, (−∞, ∞), changes sign with the sides; exact.
 * Negative where the population moved to attributes of fewer points. It weighs each shift by what it does to the score, while
 * PSI only tells that there is one. Details: the mean points of {@code reference} and {@code current}, and {@code p_value}
 * (Welch's test of the two means). Unknown where an attribute that has rows has no points. Source: the characteristic analysis
 * report of N. Siddiqi, "Credit Risk Scorecards", 2006, chapter 8.
 */
public final class PointsShift implements DriftStatistic {
    /** Its name in the store, in configuration and in reports. */
    public static final String NAME = "points_shift";

    private static final DriftScore NO_POINTS = DriftScore.unknown("the column has no points on a scorecard");

    /** The only form. */
    public PointsShift() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.NUMERIC, ColumnKind.CATEGORICAL, ColumnKind.BOOLEAN);
    }

    /** Unknown: profiles do not know what their values are worth. */
    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        return NO_POINTS;
    }

    /** The score of a table of counts whose bins are worth what the scorecard says. */
    public DriftScore compare(BinTable table, Scorecard scorecard) {
        if (!scorecard.hasPoints()) {
            return NO_POINTS;
        }
        if (table.referenceTotal() == 0 || table.currentTotal() == 0) {
            return DriftScore.unknown(
                    table.referenceTotal() == 0 ? "the reference has no values" : "the current data has no values");
        }
        List<Bin> bins = table.bins();
        double[] points = new double[bins.size()];
        for (int bin = 0; bin < points.length; bin++) {
            OptionalDouble worth = scorecard.points(bins.get(bin));
            if (worth.isEmpty()) {
                return DriftScore.unknown(bins.stream()
                        .filter(it -> scorecard.points(it).isEmpty())
                        .map(it -> "'" + it.label() + "'")
                        .collect(Collectors.joining(", ", "the scorecard has no points for ", "")));
            }
            points[bin] = worth.getAsDouble();
        }
        SampleMoments was = moments(points, table.referenceCounts());
        SampleMoments is = moments(points, table.currentCounts());
        DriftScore score = DriftScore.exactly(is.mean() - was.mean())
                .with("reference", MetricValue.finiteOr(was.mean(), NumberStatistic.TOO_LARGE))
                .with("current", MetricValue.finiteOr(is.mean(), NumberStatistic.TOO_LARGE));
        return Math.min(was.count(), is.count()) < 2
                ? score
                : score.with(
                        DriftScore.P_VALUE, new WelchTest().measure(was, is).pValue());
    }

    private static SampleMoments moments(double[] points, long[] counts) {
        double rows = 0;
        double sum = 0;
        for (int bin = 0; bin < points.length; bin++) {
            rows += counts[bin];
            sum += points[bin] * counts[bin];
        }
        double mean = sum / rows;
        double squares = 0;
        for (int bin = 0; bin < points.length; bin++) {
            squares += (points[bin] - mean) * (points[bin] - mean) * counts[bin];
        }
        return new SampleMoments(rows, mean, squares / (rows - 1));
    }
}
