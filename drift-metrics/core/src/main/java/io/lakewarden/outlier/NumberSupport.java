package io.lakewarden.outlier;

import io.lakewarden.profile.NumericProfile;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers of a column in the reference. Quartiles are from its sketch, and so are off by its rank error; reference and
 * window are held against the same fences, so that no comparison depends on it.
 *
 * @param column path of the column
 * @param least the least finite number
 * @param most the greatest finite number
 * @param median the middle
 * @param lowFence below are outliers; -∞ without fences
 * @param highFence above are outliers; ∞ without fences
 * @param range between the quartiles
 * @param step what numbers are rounded to before they are called alike: a tenth of the standard deviation; 0 where there is none
 * @param aloneRows how many of the extremes are held by one row alone
 */
public record NumberSupport(
        String column,
        double least,
        double most,
        double median,
        double lowFence,
        double highFence,
        double range,
        double step,
        double aloneRows)
        implements ColumnSupport {
    /** Keeps differences of features finite. */
    private static final double LARGEST_FEATURE = 1e300;

    private static final double STEP = 0.1;

    private static final int MOST_DIGITS = 17;

    /** Of a column with finite numbers; without a range between the quartiles there are no fences. */
    static Optional<ColumnSupport> of(NumericProfile reference, double fence) {
        if (reference.finite() == 0) {
            return Optional.empty();
        }
        double least = reference.minimum().number().orElseThrow();
        double most = reference.maximum().number().orElseThrow();
        double low = reference.quantile(0.25).number().orElse(least);
        double high = reference.quantile(0.75).number().orElse(most);
        double range = high - low;
        boolean fenced = range > 0 && Double.isFinite(range);
        return Optional.of(new NumberSupport(
                reference.name(),
                least,
                most,
                reference.quantile(0.5).number().orElse(least),
                fenced ? low - fence * range : Double.NEGATIVE_INFINITY,
                fenced ? high + fence * range : Double.POSITIVE_INFINITY,
                range,
                reference.standardDeviation().number().orElse(0) * STEP,
                alone(reference, least) + (least == most ? 0 : alone(reference, most))));
    }

    private static double alone(NumericProfile reference, double extreme) {
        return reference
                .exactCounts()
                .map(counts -> counts.getOrDefault(extreme, 1L) == 1 ? 1.0 : 0.0)
                .orElse(1.0);
    }

    @Override
    public double beyond(double cell) {
        double width = most > least && Double.isFinite(most - least) ? most - least : Math.max(1, Math.abs(least));
        return distance(cell, least, most) / width;
    }

    @Override
    public double beyondFences(double cell) {
        return distance(cell, lowFence, highFence) / (range > 0 ? range : 1);
    }

    /** 0 inside, and for what is missing. */
    private static double distance(double cell, double low, double high) {
        if (cell < low) {
            return low - cell;
        }
        return cell > high ? cell - high : 0;
    }

    @Override
    public double feature(double cell) {
        double known = Double.isNaN(cell) ? median : cell;
        return Math.max(-LARGEST_FEATURE, Math.min(LARGEST_FEATURE, known));
    }

    @Override
    public String seen() {
        return text(least) + " to " + text(most);
    }

    /** The fences, in words. */
    String fences() {
        return text(lowFence) + " to " + text(highFence);
    }

    /** A number with all its digits: rounded it might stand inside. */
    static String text(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        String plain = number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return plain.length() <= MOST_DIGITS ? plain : Double.toString(number);
    }
}
