package io.lakewarden.drift.preset;

import io.lakewarden.drift.DriftPreset;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.drift.KolmogorovSmirnovLaw;
import io.lakewarden.drift.WassersteinDistance;
import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Evidently 0.7. Nulls, NaN and infinities are dropped first. By the values that are left in the reference: up to 1,000 a
 * test at 5 %, above a distance from 0.1 on. Numbers with more than 5 different values take the Kolmogorov–Smirnov test
 * or the Wasserstein distance in standard deviations; all else takes the χ² test of the current counts against the
 * reference's as if those were known without error (with two values or fewer the Z test of a share), or the
 * Jensen–Shannon distance in nats.
 *
 * <p>What is a category depends on the current data, as pandas reads it: whole numbers without nulls and with up to 10
 * different values, truth values, and texts of which no more than half are different. Other texts it gives to a
 * classifier, which needs the rows.
 */
final class EvidentlyPreset implements DriftPreset {
    private static final String KS = "evidently_ks_p_value";
    private static final String CHI_SQUARED = "evidently_chi_squared_p_value";
    private static final String Z = "evidently_z_p_value";
    private static final String WASSERSTEIN = "evidently_wasserstein";
    private static final String JENSEN_SHANNON = "evidently_jensen_shannon";

    private static final Set<String> WHOLE_NUMBERS = Set.of("tinyint", "smallint", "int", "bigint");
    private static final long SMALL = 1000;
    private static final int FEW_VALUES = 5;
    private static final int CATEGORIES_OF_WHOLE_NUMBERS = 10;
    private static final double SIGNIFICANCE = 0.05;
    private static final double DISTANCE = 0.1;
    private static final double LEAST_DEVIATION = 0.001;

    /** Up to so many values on either side SciPy counts the orders of both samples. */
    private static final long EXACT_TEST = 10_000;

    @Override
    public String name() {
        return "evidently";
    }

    @Override
    public String title() {
        return "Evidently";
    }

    @Override
    public List<String> statistics() {
        return List.of(KS, CHI_SQUARED, Z, WASSERSTEIN, JENSEN_SHANNON);
    }

    @Override
    public OptionalDouble tableShare() {
        return OptionalDouble.of(0.5);
    }

    @Override
    public Decision decide(Subject subject) {
        ColumnProfile reference = subject.reference();
        ColumnProfile current = subject.current();
        long was = values(reference);
        boolean small = was <= SMALL;
        Optional<String> undecided = undecided(reference, current);
        if (undecided.isPresent()) {
            return ofCategories(subject, small ? CHI_SQUARED : JENSEN_SHANNON, MetricValue.unknown(undecided.get()));
        }
        Optional<SortedMap<Object, Long>> first = ValueCounts.of(reference);
        Optional<SortedMap<Object, Long>> second = ValueCounts.of(current);
        boolean categories = !(current instanceof NumericProfile numbers) || isCategory(numbers);
        if (first.isEmpty() || second.isEmpty()) {
            return categories
                    ? ofCategories(
                            subject, small ? CHI_SQUARED : JENSEN_SHANNON, MetricValue.unknown(ValueCounts.TOO_MANY))
                    : ofNumbers(subject, small);
        }
        Set<Object> different = new TreeSet<>(first.get().keySet());
        different.addAll(second.get().keySet());
        if (!categories && different.size() > FEW_VALUES) {
            return ofNumbers(subject, small);
        }
        double[][] counts = ValueCounts.sideBySide(first.get(), second.get());
        if (!small) {
            return ofCategories(
                    subject,
                    JENSEN_SHANNON,
                    MetricValue.exactly(Math.sqrt(JensenShannon.divergence(counts[0], counts[1]))));
        }
        return different.size() > 2
                ? ofCategories(
                        subject,
                        CHI_SQUARED,
                        MetricValue.exactly(chiSquared(counts[0], counts[1], was, values(current))))
                : ofCategories(
                        subject, Z, MetricValue.exactly(proportions(counts[0], counts[1], was, values(current))));
    }

    private static Optional<String> undecided(ColumnProfile reference, ColumnProfile current) {
        if (!(reference instanceof NumericProfile
                || reference instanceof CategoricalProfile
                || reference instanceof BooleanProfile)) {
            return Optional.of("Evidently compares numbers, texts and truth values");
        }
        if (values(reference) == 0 || values(current) == 0) {
            return Optional.of("one side has no values, which Evidently takes for an error");
        }
        if (current instanceof BooleanProfile && current.nulls() > 0) {
            return Optional.of("pandas reads truth values with nulls as objects, which Evidently does not compare");
        }
        if (current instanceof CategoricalProfile texts
                && texts.distinct().number().orElse(0) > 0.5 * texts.present()) {
            return Optional.of("more than half of its texts are different, which Evidently takes for prose and gives to"
                    + " a classifier of the rows");
        }
        return Optional.empty();
    }

    private static long values(ColumnProfile profile) {
        return profile instanceof NumericProfile numbers ? numbers.finite() : profile.present();
    }

    private static boolean isCategory(NumericProfile current) {
        return WHOLE_NUMBERS.contains(current.type())
                && current.nulls() == 0
                && current.exactCounts()
                        .filter(counts -> counts.size() <= CATEGORIES_OF_WHOLE_NUMBERS)
                        .isPresent();
    }

    private static Decision ofCategories(Subject subject, String statistic, MetricValue score) {
        return switch (statistic) {
            case CHI_SQUARED ->
                new Decision(
                        statistic,
                        "p-value of the χ² test against the reference's shares",
                        score,
                        Drifts.BELOW,
                        subject.limit(statistic, SIGNIFICANCE));
            case Z ->
                new Decision(
                        statistic,
                        "p-value of the Z test of a share",
                        score,
                        Drifts.BELOW,
                        subject.limit(statistic, SIGNIFICANCE));
            default ->
                new Decision(
                        statistic,
                        "Jensen–Shannon distance in nats",
                        score,
                        Drifts.FROM,
                        subject.limit(statistic, DISTANCE));
        };
    }

    private static Decision ofNumbers(Subject subject, boolean small) {
        NumericProfile was = (NumericProfile) subject.reference();
        NumericProfile is = (NumericProfile) subject.current();
        return small
                ? new Decision(
                        KS,
                        "p-value of the Kolmogorov–Smirnov test",
                        kolmogorovSmirnov(was, is),
                        Drifts.UP_TO,
                        subject.limit(KS, SIGNIFICANCE))
                : new Decision(
                        WASSERSTEIN,
                        "Wasserstein distance in standard deviations",
                        wasserstein(was, is),
                        Drifts.FROM,
                        subject.limit(WASSERSTEIN, DISTANCE));
    }

    private static MetricValue kolmogorovSmirnov(NumericProfile was, NumericProfile is) {
        Ecdf first = was.ecdf();
        Ecdf second = is.ecdf();
        if (first.count() != was.finite() || second.count() != is.finite()) {
            return MetricValue.unknown("the profile does not keep the values");
        }
        double distance = 0;
        for (Ecdf steps : List.of(first, second)) {
            for (double value : steps.values()) {
                distance = Math.max(distance, Math.abs(first.at(value) - second.at(value)));
            }
        }
        double error = first.rankError() + second.rankError();
        double p = pValue(distance, first.count(), second.count());
        return error == 0
                ? MetricValue.exactly(p)
                : MetricValue.between(
                        p,
                        pValue(Math.min(1, distance + error), first.count(), second.count()),
                        pValue(Math.max(0, distance - error), first.count(), second.count()));
    }

    private static double pValue(double distance, long n, long m) {
        if (distance <= 0) {
            return 1;
        }
        return Math.max(n, m) <= EXACT_TEST
                ? KolmogorovSmirnovLaw.exact(distance, (int) n, (int) m)
                : KolmogorovSmirnovLaw.asymptotic(distance, (double) n, (double) m);
    }

    private static MetricValue wasserstein(NumericProfile was, NumericProfile is) {
        DriftScore distance = new WassersteinDistance().compare(was, is);
        double unit = Math.max(was.populationStandardDeviation().number().orElse(0), LEAST_DEVIATION);
        return distance.value() instanceof Known known
                ? MetricValue.between(known.value() / unit, known.lower() / unit, known.upper() / unit)
                : distance.value();
    }

    /** The reference's counts, stretched to the size of the current data, are what is expected. */
    private static double chiSquared(double[] reference, double[] current, long was, long is) {
        double stretch = (double) is / was;
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] == 0) {
                return 0;
            }
            double expected = reference[i] * stretch;
            sum += (current[i] - expected) * (current[i] - expected) / expected;
        }
        return Gamma.regularizedGammaQ((reference.length - 1) / 2.0, sum / 2);
    }

    /** Of the share of one of two values; the spread is that of both sides together. */
    private static double proportions(double[] reference, double[] current, long was, long is) {
        double together = (reference[0] + current[0]) / (was + is);
        double spread = Math.sqrt(together * (1 - together) * (1.0 / was + 1.0 / is));
        return spread == 0 ? 1 : Erf.erfc(Math.abs(reference[0] / was - current[0] / is) / spread / Math.sqrt(2));
    }
}
