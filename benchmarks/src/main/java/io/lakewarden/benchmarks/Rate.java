package io.lakewarden.benchmarks;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A share of trials with the interval of Clopper and Pearson, which holds the true probability in at least 95 % of all
 * such studies, provided that the trials are independent.
 *
 * @param successes between 0 and {@code trials}
 * @param trials at least 1
 * @param share {@code successes / trials}
 * @param lower lower end of the interval; 0 where nothing succeeded
 * @param upper upper end of the interval; 1 where everything succeeded
 */
public record Rate(long successes, long trials, double share, double lower, double upper) {
    private static final double TAIL = 0.025;

    /** The rate of so many successes in so many trials. */
    public static Rate of(long successes, long trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("no rate of " + successes + " in " + trials + " trials");
        }
        double lower = successes == 0
                ? 0
                : new BetaDistribution(successes, trials - successes + 1).inverseCumulativeProbability(TAIL);
        double upper = successes == trials
                ? 1
                : new BetaDistribution(successes + 1, trials - successes).inverseCumulativeProbability(1 - TAIL);
        return new Rate(successes, trials, (double) successes / trials, lower, upper);
    }
}
