package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.function.DoubleSupplier;

/**
 * Count, extremes, sum, mean and the central sums of powers M₂, M₃, M₄ of finite numbers. Values are taken in
 * blocks, each in two passes, and joined by the formulas of Chan, Golub and LeVeque (1979) as extended to
 * higher moments by Pébay (2008): nothing is lost to cancellation when the mean is far from 0.
 *
 * <p>Merge law: count, minimum and maximum are exact; the sum (and the mean, which is the sum divided by the count) is
 * that of {@link Summation}; central moments agree with those of the whole within floating-point rounding.
 */
final class Moments {
    private static final String NO_VALUES = "there are no finite values";
    private static final String OVERFLOW = "it overflows a double";

    private final Summation sum;
    private long count;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    /** The mean as the sum of a double and what it lacks. */
    private double centre;

    private double rest;
    private double m2;
    private double m3;
    private double m4;

    Moments() {
        this(new Summation());
    }

    private Moments(Summation sum) {
        this.sum = sum;
    }

    /** Adds a value so many times, which is more than none. */
    void add(double value, long times) {
        sum.add(value, times);
        widen(value, value);
        join(times, value, 0, 0, 0, 0);
    }

    /**
     * Adds the first values of an array, at least one; how they are split into blocks shows in the last digits of the
     * moments.
     *
     * @return their largest magnitude
     */
    double addAll(double[] values, int size) {
        double least = values[0];
        double greatest = values[0];
        for (int i = 1; i < size; i++) {
            double value = values[i];
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
        widen(least, greatest);
        double largest = Math.max(-least, greatest);
        joinAround(values, size, sumUp(values, size, largest));
        return largest;
    }

    private void widen(double least, double greatest) {
        minimum = Math.min(minimum, least);
        maximum = Math.max(maximum, greatest);
    }

    /** Adds to the sum, and returns about the mean of the block. */
    private double sumUp(double[] values, int size, double largest) {
        if (largest < Summation.HUGE) {
            Summation block = new Summation();
            block.addAll(values, size);
            sum.merge(block);
            return block.value() / size;
        }
        double first = values[0];
        double offset = 0;
        for (int i = 0; i < size; i++) {
            sum.add(values[i]);
            offset += values[i] - first;
        }
        return first + offset / size;
    }

    /**
     * Sums powers around the rounded mean, in two halves that do not wait for each other, then moves them to the mean
     * itself, which needs more digits.
     */
    private void joinAround(double[] values, int size, double rounded) {
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        double t4 = 0;
        int i = 0;
        for (; i + 1 < size; i += 2) {
            double deviation = values[i] - rounded;
            double square = deviation * deviation;
            s1 += deviation;
            s2 += square;
            s3 += square * deviation;
            s4 += square * square;
            double other = values[i + 1] - rounded;
            double otherSquare = other * other;
            t1 += other;
            t2 += otherSquare;
            t3 += otherSquare * other;
            t4 += otherSquare * otherSquare;
        }
        if (i < size) {
            double deviation = values[i] - rounded;
            double square = deviation * deviation;
            s1 += deviation;
            s2 += square;
            s3 += square * deviation;
            s4 += square * square;
        }
        s2 += t2;
        s3 += t3;
        s4 += t4;
        double d = (s1 + t1) / size;
        double e = d * d;
        join(
                size,
                rounded,
                d,
                s2 - size * e,
                s3 - 3 * d * s2 + 2 * size * d * e,
                s4 - 4 * d * s3 + 6 * e * s2 - 3 * size * e * e);
    }

    private void join(long n, double otherCentre, double otherRest, double other2, double other3, double other4) {
        if (count == 0) {
            count = n;
            centre = otherCentre;
            rest = otherRest;
            m2 = other2;
            m3 = other3;
            m4 = other4;
            return;
        }
        double total = (double) count + n;
        double a = count / total;
        double b = n / total;
        double delta = (otherCentre - centre) + (otherRest - rest);
        double square = delta * delta;
        double weight = total * a * b;
        m4 += other4
                + square * square * weight * (a * a - a * b + b * b)
                + 6 * square * (a * a * other2 + b * b * m2)
                + 4 * delta * (a * other3 - b * m3);
        m3 += other3 + square * delta * weight * (a - b) + 3 * delta * (a * other2 - b * m2);
        m2 += other2 + square * weight;
        double moved = centre + delta * b;
        rest += (centre - moved) + delta * b;
        centre = moved;
        count += n;
    }

    /** A finished copy. */
    Moments copy() {
        Moments result = new Moments(sum.copy());
        result.count = count;
        result.minimum = minimum;
        result.maximum = maximum;
        result.centre = centre;
        result.rest = rest;
        result.m2 = m2;
        result.m3 = m3;
        result.m4 = m4;
        return result;
    }

    /** Both together, as a new value; the other one is finished. */
    Moments plus(Moments other) {
        Moments result = copy();
        if (other.count > 0) {
            result.join(other.count, other.centre, other.rest, other.m2, other.m3, other.m4);
            result.sum.merge(other.sum);
            result.minimum = Math.min(minimum, other.minimum);
            result.maximum = Math.max(maximum, other.maximum);
        }
        return result;
    }

    long count() {
        return count;
    }

    MetricValue minimum() {
        return count == 0 ? MetricValue.unknown(NO_VALUES) : MetricValue.exactly(minimum);
    }

    MetricValue maximum() {
        return count == 0 ? MetricValue.unknown(NO_VALUES) : MetricValue.exactly(maximum);
    }

    /** Σx; 0 if there are no values. */
    MetricValue sum() {
        return MetricValue.finiteOr(sum.value(), OVERFLOW);
    }

    MetricValue mean() {
        if (count == 0) {
            return MetricValue.unknown(NO_VALUES);
        }
        if (minimum == maximum) {
            return MetricValue.exactly(minimum);
        }
        double total = sum.value();
        double mean = Double.isFinite(total) ? total / count : sum.mean(count);
        return MetricValue.finiteOr(Math.max(minimum, Math.min(maximum, mean)), OVERFLOW);
    }

    /** √(M₂ / (n − 1)). */
    MetricValue standardDeviation() {
        return count < 2
                ? MetricValue.unknown(count == 0 ? NO_VALUES : "one value has no sample deviation")
                : deviation(count - 1);
    }

    /** √(M₂ / n). */
    MetricValue populationStandardDeviation() {
        return count == 0 ? MetricValue.unknown(NO_VALUES) : deviation(count);
    }

    private MetricValue deviation(long divisor) {
        if (minimum == maximum) {
            return MetricValue.exactly(0);
        }
        return m2 < Double.MIN_NORMAL
                ? MetricValue.unknown("the spread is too small for a double")
                : MetricValue.finiteOr(Math.sqrt(m2 / divisor), OVERFLOW);
    }

    /** √n · M₃ / M₂^1.5. */
    MetricValue skewness() {
        return shape(() -> Math.sqrt((double) count) * (m3 / m2) / Math.sqrt(m2));
    }

    /** n · M₄ / M₂² − 3. */
    MetricValue kurtosis() {
        return shape(() -> count * (m4 / m2 / m2) - 3);
    }

    private MetricValue shape(DoubleSupplier formula) {
        if (count == 0) {
            return MetricValue.unknown(NO_VALUES);
        }
        if (minimum == maximum) {
            return MetricValue.unknown("all values are equal");
        }
        if (m2 < Double.MIN_NORMAL || m4 < Double.MIN_NORMAL) {
            return MetricValue.unknown("the spread is too small for a double");
        }
        return MetricValue.finiteOr(formula.getAsDouble(), OVERFLOW);
    }

    void writeTo(StateWriter out) {
        out.count(count);
        if (count > 0) {
            out.real(minimum);
            out.real(maximum);
            out.real(centre);
            out.real(rest);
            out.real(m2);
            out.real(m3);
            out.real(m4);
            sum.writeTo(out);
        }
    }

    static Moments read(StateReader in) {
        long count = in.count();
        if (count == 0) {
            return new Moments();
        }
        double minimum = in.finite();
        double maximum = in.finite();
        in.require(minimum <= maximum, "a minimum above the maximum");
        double[] central = {in.real(), in.real(), in.real(), in.real(), in.real()};
        Moments result = new Moments(Summation.read(in));
        result.count = count;
        result.minimum = minimum;
        result.maximum = maximum;
        result.centre = central[0];
        result.rest = central[1];
        result.m2 = central[2];
        result.m3 = central[3];
        result.m4 = central[4];
        return result;
    }
}
