package io.lakewarden.drift;

import java.util.Arrays;

/** How empty bins are kept from making a logarithm infinite. Both sides are always smoothed alike. */
public sealed interface Smoothing permits Smoothing.None, Smoothing.Floor, Smoothing.PseudoCount {
    /** The default of every logarithmic statistic: half a row in each bin. */
    Smoothing DEFAULT = pseudoCount(0.5);

    /** Shares as they are; a statistic with a bin that is empty on one side is then unknown. */
    static Smoothing none() {
        return new None();
    }

    /** Shares below the floor are raised to it and not renormalised; 1e-4 is customary. */
    static Smoothing floor(double share) {
        return new Floor(share);
    }

    /** Adds the same count, such as ½, to every bin before shares are taken. */
    static Smoothing pseudoCount(double count) {
        return new PseudoCount(count);
    }

    /** The smoothed share of every bin. */
    double[] shares(long[] counts);

    /** Name of the amount among a score's details. */
    String detail();

    /** What is printed beside a score. */
    double amount();

    private static double[] rawShares(long[] counts) {
        double total = Arrays.stream(counts).sum();
        return Arrays.stream(counts).mapToDouble(count -> count / total).toArray();
    }

    /** Shares as they are. */
    record None() implements Smoothing {
        @Override
        public double[] shares(long[] counts) {
            return rawShares(counts);
        }

        @Override
        public String detail() {
            return "smoothing_none";
        }

        @Override
        public double amount() {
            return 0;
        }
    }

    /**
     * A least share.
     *
     * @param amount between 0 and 1, both excluded
     */
    record Floor(double amount) implements Smoothing {
        public Floor {
            if (!(amount > 0 && amount < 1)) {
                throw new IllegalArgumentException("a floor lies between 0 and 1, but got " + amount);
            }
        }

        @Override
        public double[] shares(long[] counts) {
            return Arrays.stream(rawShares(counts))
                    .map(share -> Math.max(share, amount))
                    .toArray();
        }

        @Override
        public String detail() {
            return "smoothing_floor";
        }
    }

    /**
     * A count added to every bin.
     *
     * @param amount positive and finite
     */
    record PseudoCount(double amount) implements Smoothing {
        public PseudoCount {
            if (!(amount > 0 && Double.isFinite(amount))) {
                throw new IllegalArgumentException("a pseudo-count is positive and finite, but got " + amount);
            }
        }

        @Override
        public double[] shares(long[] counts) {
            double total = Arrays.stream(counts).sum() + amount * counts.length;
            return Arrays.stream(counts)
                    .mapToDouble(count -> (count + amount) / total)
                    .toArray();
        }

        @Override
        public String detail() {
            return "smoothing_pseudo_count";
        }
    }
}
