package io.lakewarden.benchmarks;

/**
 * How much more often one of two methods succeeds than the other in the same trials, with its 95 % interval after Bonett and Price
 * ("Adjusted Wald confidence interval for a difference of binomial proportions based on paired data", 2012): trials in
 * which both or neither succeed say nothing but their number.
 *
 * @param firstAlone trials in which the first one alone succeeds
 * @param secondAlone trials in which the second one alone does
 * @param trials at least 1
 * @param share (firstAlone − secondAlone) / trials
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 */
public record PairedDifference(
        long firstAlone, long secondAlone, long trials, double share, double lower, double upper) {
    private static final double TWO_SIDED = 1.959964;

    /** The difference between so many trials. */
    public static PairedDifference of(long firstAlone, long secondAlone, long trials) {
        if (trials < 1 || firstAlone < 0 || secondAlone < 0 || firstAlone + secondAlone > trials) {
            throw new IllegalArgumentException(
                    "no difference of " + firstAlone + " and " + secondAlone + " in " + trials + " trials");
        }
        double first = (firstAlone + 1.0) / (trials + 2);
        double second = (secondAlone + 1.0) / (trials + 2);
        double middle = first - second;
        double half = TWO_SIDED * Math.sqrt((first + second - middle * middle) / (trials + 2));
        return new PairedDifference(
                firstAlone,
                secondAlone,
                trials,
                (double) (firstAlone - secondAlone) / trials,
                Math.max(-1, middle - half),
                Math.min(1, middle + half));
    }
}
