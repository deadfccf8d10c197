package io.lakewarden.profile;

/**
 * A sum in compensated arithmetic (Knuth's two-sum): exact for whole numbers of ordinary size, whatever their order, and
 * otherwise as good as a sum in twice the precision. Huge terms are summed apart and scaled down, so that the sum
 * overflows only if the true one does.
 */
final class Summation {
    private static final double HUGE = 0x1p900;
    private static final double SCALE = 0x1p-200;

    private double sum;
    private double remainder;
    private double hugeSum;
    private double hugeRemainder;

    void add(double value) {
        if (Math.abs(value) < HUGE) {
            double total = sum + value;
            double shadow = total - sum;
            remainder += (sum - (total - shadow)) + (value - shadow);
            sum = total;
        } else {
            double scaled = value * SCALE;
            double total = hugeSum + scaled;
            double shadow = total - hugeSum;
            hugeRemainder += (hugeSum - (total - shadow)) + (scaled - shadow);
            hugeSum = total;
        }
    }

    /** The sum; infinite if it overflows. */
    double value() {
        return (hugeSum + hugeRemainder) / SCALE + (sum + remainder);
    }

    /** The sum divided by the number of terms, where the sum itself may overflow. */
    double mean(long count) {
        return (hugeSum + hugeRemainder) / count / SCALE + (sum + remainder) / count;
    }

    void merge(Summation other) {
        double total = sum + other.sum;
        double shadow = total - sum;
        remainder += (sum - (total - shadow)) + (other.sum - shadow) + other.remainder;
        sum = total;
        double hugeTotal = hugeSum + other.hugeSum;
        double hugeShadow = hugeTotal - hugeSum;
        hugeRemainder += (hugeSum - (hugeTotal - hugeShadow)) + (other.hugeSum - hugeShadow) + other.hugeRemainder;
        hugeSum = hugeTotal;
    }

    Summation copy() {
        Summation result = new Summation();
        result.sum = sum;
        result.remainder = remainder;
        result.hugeSum = hugeSum;
        result.hugeRemainder = hugeRemainder;
        return result;
    }

    void writeTo(StateWriter out) {
        out.real(sum);
        out.real(remainder);
        out.real(hugeSum);
        out.real(hugeRemainder);
    }

    static Summation read(StateReader in) {
        Summation result = new Summation();
        result.sum = in.finite();
        result.remainder = in.finite();
        result.hugeSum = in.finite();
        result.hugeRemainder = in.finite();
        return result;
    }
}
