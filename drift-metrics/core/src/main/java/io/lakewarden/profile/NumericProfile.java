package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Numbers, read as IEEE doubles; -0.0 counts as 0.0. NaN and infinities are counted and left out of everything else: all
 * statistics are over the finite values.
 */
public final class NumericProfile extends ColumnProfile {
    private final NumberCounts numbers;
    private final Moments moments;
    private final Optional<NumberDistribution> distribution;

    /** Made when first asked for. */
    private volatile Ecdf ecdf;

    NumericProfile(
            Cells cells,
            NumberCounts numbers,
            Moments moments,
            Optional<BinCounts> bins,
            Optional<NumberDistribution> distribution) {
        super(ColumnKind.NUMERIC, cells, bins);
        this.numbers = numbers;
        this.moments = moments;
        this.distribution = distribution;
    }

    /** Cells that are not a number. */
    public long nans() {
        return numbers.nans();
    }

    /** Cells of +∞. */
    public long positiveInfinities() {
        return numbers.positiveInfinities();
    }

    /** Cells of -∞. */
    public long negativeInfinities() {
        return numbers.negativeInfinities();
    }

    /** Cells with a finite number. */
    public long finite() {
        return moments.count();
    }

    /** Finite cells equal to 0. */
    public long zeros() {
        return numbers.zeros();
    }

    /** Finite cells less than 0. */
    public long negatives() {
        return numbers.negatives();
    }

    /** Finite cells without a fraction. */
    public long integers() {
        return numbers.integers();
    }

    /** The least finite value. */
    public MetricValue minimum() {
        return moments.minimum();
    }

    /** The greatest finite value. */
    public MetricValue maximum() {
        return moments.maximum();
    }

    /** Σx over the finite values; 0 if there are none. */
    public MetricValue sum() {
        return moments.sum();
    }

    /** Σx / n over the finite values. */
    public MetricValue mean() {
        return moments.mean();
    }

    /** √(Σ(x − mean)² / (n − 1)); unknown for fewer than two values. */
    public MetricValue standardDeviation() {
        return moments.standardDeviation();
    }

    /** √(Σ(x − mean)² / n). */
    public MetricValue populationStandardDeviation() {
        return moments.populationStandardDeviation();
    }

    /** m₃ / m₂^1.5 of the population moments mₖ = Σ(x − mean)ᵏ / n; unknown where all values are equal. */
    public MetricValue skewness() {
        return moments.skewness();
    }

    /** m₄ / m₂² − 3 of the population moments, 0 for a normal distribution; unknown where all values are equal. */
    public MetricValue kurtosis() {
        return moments.kurtosis();
    }

    /**
     * The value below which a share q of the finite values lies, by linear interpolation at place (n − 1)·q of the sorted
     * values; bounds are the values at that place ± the rank error.
     *
     * @throws IllegalArgumentException if q is outside [0, 1]
     */
    public MetricValue quantile(double q) {
        return distribution.isEmpty()
                ? MetricValue.unknown(Cells.COUNTS_ONLY)
                : Quantiles.quantile(ecdf(), q, minimum(), maximum());
    }

    /** How many different finite values there are. */
    public MetricValue distinct() {
        return distribution.isEmpty()
                ? MetricValue.unknown(Cells.COUNTS_ONLY)
                : distribution.get().distinct(finite());
    }

    /** The distribution function of the finite values; empty in a counts-only profile. */
    public Ecdf ecdf() {
        Ecdf known = ecdf;
        if (known == null) {
            known = distribution.map(NumberDistribution::ecdf).orElseGet(Ecdf::empty);
            ecdf = known;
        }
        return known;
    }

    /** How often each finite value occurs, while there are at most 1,024 different ones. */
    public Optional<SortedMap<Double, Long>> exactCounts() {
        return distribution.flatMap(NumberDistribution::exactCounts).map(Collections::unmodifiableSortedMap);
    }

    /** Up to n of the most frequent finite values, the most frequent first, equals by rising value. */
    public List<FrequentValue> topValues(int n) {
        return distribution.map(known -> known.top(n)).orElseGet(List::of);
    }

    /**
     * The shares of the finite values between interior edges, from the {@link #ecdf()}.
     *
     * @throws IllegalArgumentException if the edges are not finite and strictly increasing
     */
    public Histogram histogram(double[] edges) {
        return Histogram.of(ecdf(), edges);
    }

    @Override
    public NumericProfile merge(ColumnProfile other) {
        Cells merged = Cells.merge(this, other);
        return unlessEmpty(
                this,
                (NumericProfile) other,
                that -> new NumericProfile(
                        merged,
                        numbers.plus(that.numbers),
                        moments.plus(that.moments),
                        binsWith(that),
                        distribution.flatMap(mine -> that.distribution.map(mine::plus))));
    }

    @Override
    void describe(Map<String, MetricValue> metrics) {
        numbers.describe(metrics, finite());
        metrics.put("min", minimum());
        metrics.put("max", maximum());
        metrics.put("sum", sum());
        metrics.put("avg", mean());
        metrics.put("stddev", standardDeviation());
        metrics.put("stddev_pop", populationStandardDeviation());
        metrics.put("skewness", skewness());
        metrics.put("kurtosis", kurtosis());
        Quantiles.NAMED.forEach((name, q) -> metrics.put(name, quantile(q)));
        metrics.put("distinct_count", distinct());
    }

    @Override
    void writeState(StateWriter out) {
        numbers.writeTo(out);
        moments.writeTo(out);
        out.optional(bins(), BinCounts::writeTo);
        out.optional(distribution, NumberDistribution::writeTo);
    }

    static NumericProfile read(StateReader in) {
        Cells cells = Cells.read(in);
        NumberCounts numbers = NumberCounts.read(in);
        Moments moments = Moments.read(in);
        in.require(
                numbers.notFinite() + moments.count() == cells.count() - cells.nulls(),
                "numbers that do not add up to the cells");
        return new NumericProfile(
                cells, numbers, moments, in.optional(BinCounts::read), in.optional(NumberDistribution::read));
    }
}
