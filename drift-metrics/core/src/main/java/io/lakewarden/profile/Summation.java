package io.lakewarden.profile;

/**
 * A sum in compensated arithmetic (Knuth's two-sum): exact for whole numbers of ordinary size, whatever their order, and
 * otherwise as good as a sum in twice the precision. Huge terms are summed apart and scaled down, so that the sum
 * overflows only if the true one does.
 *
 * <p>Merge law: sums and remainders add up in the same arithmetic; the empty sum is the identity.
 */
final class Summation {
    private static final double HUGE = 0x1p900;
    private static final double SCALE = 0x1p-200;

    private final Compensated ordinary = new Compensated();
    private final Compensated huge = new Compensated();

    void add(double value) {
        if (Math.abs(value) < HUGE) {
            ordinary.add(value);
        } else {
            huge.add(value * SCALE);
        }
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
            double shadow = total - sum;
            remainder += (sum - (total - shadow)) + (value - shadow);
            sum = total;
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
