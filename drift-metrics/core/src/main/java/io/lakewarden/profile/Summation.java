package io.lakewarden.profile;

/**
 * A sum in compensated arithmetic (Knuth's two-sum): exact for whole numbers of ordinary size, whatever their order, and
 * otherwise as good as a sum in twice the precision. Huge terms are summed apart and scaled down, so that the sum
 * overflows only if the true one does.
 *
 * <p>Merge law: sums and remainders add up in the same arithmetic; the empty sum is the identity.
 */
final class Summation {
    /** Terms of less than this are of ordinary size. */
    static final double HUGE = 0x1p900;

    private static final double SCALE = 0x1p-200;
    private static final int LOW_BITS = 32;

    private final Compensated ordinary = new Compensated();
    private final Compensated huge = new Compensated();

    void add(double value) {
        if (Math.abs(value) < HUGE) {
            ordinary.add(value);
        } else {
            huge.add(value * SCALE);
        }
    }

    /** Adds a term so many times, by products without rounding errors. */
    void add(double value, long times) {
        // Neither half of the count is rounded to a double.
        double low = times & 0xFFFF_FFFFL;
        double high = (double) (times >>> LOW_BITS) * 0x1p32;
        if (Math.abs(value) < HUGE * 0x1p-64) {
            ordinary.addProduct(value, low);
            ordinary.addProduct(value, high);
        } else {
            huge.addProduct(value * SCALE, low);
            huge.addProduct(value * SCALE, high);
        }
    }

    /** Adds the first terms of an array, none of which is huge. */
    void addAll(double[] values, int size) {
        ordinary.addAll(values, size);
    }

    /** Adds a sum and its remainder, neither of which is huge. */
    void add(double sum, double remainder) {
        ordinary.add(sum);
        ordinary.remainder += remainder;
    }

    /** The sum; infinite if it overflows. */
    double value() {
        return huge.value() / SCALE + ordinary.value();
    }

    /** The sum divided by the number of terms, where the sum itself may overflow. */
    double mean(long count) {
        return huge.value() / count / SCALE + ordinary.value() / count;
    }

    void merge(Summation other) {
        ordinary.merge(other.ordinary);
        huge.merge(other.huge);
    }

    Summation copy() {
        Summation result = new Summation();
        result.merge(this);
        return result;
    }

    void writeTo(StateWriter out) {
        ordinary.writeTo(out);
        huge.writeTo(out);
    }

    static Summation read(StateReader in) {
        Summation result = new Summation();
        result.ordinary.read(in);
        result.huge.read(in);
        return result;
    }

    private static final class Compensated {
        private double sum;
        private double remainder;

        void add(double value) {
            double total = sum + value;
            remainder += error(sum, value, total);
            sum = total;
        }

        void addProduct(double value, double times) {
            double product = value * times;
            add(product);
            remainder += Math.fma(value, times, -product);
        }

        /** Two sums side by side, which do not wait for each other. */
        void addAll(double[] values, int size) {
            double sum0 = 0;
            double sum1 = 0;
            double remainder0 = 0;
            double remainder1 = 0;
            int i = 0;
            for (; i + 1 < size; i += 2) {
                double total0 = sum0 + values[i];
                double total1 = sum1 + values[i + 1];
                remainder0 += error(sum0, values[i], total0);
                remainder1 += error(sum1, values[i + 1], total1);
                sum0 = total0;
                sum1 = total1;
            }
            if (i < size) {
                add(values[i]);
            }
            add(sum0);
            add(sum1);
            remainder += remainder0 + remainder1;
        }

        private static double error(double left, double right, double total) {
            double shadow = total - left;
            return (left - (total - shadow)) + (right - shadow);
        }

        void merge(Compensated other) {
            add(other.sum);
            remainder += other.remainder;
        }

        double value() {
            return sum + remainder;
        }

        void writeTo(StateWriter out) {
            out.real(sum);
            out.real(remainder);
        }

        void read(StateReader in) {
            sum = in.finite();
            remainder = in.finite();
        }
    }
}
