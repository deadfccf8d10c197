package io.lakewarden.benchmarks.drift;

import org.apache.commons.math3.distribution.NormalDistribution;

/** A law whose rows are independent, with its density: what a test would have to know to be the best one. */
enum KnownLaw {
    /** {@link Law#NORMAL}. */
    NORMAL(Law.NORMAL) {
        @Override
        double mean() {
            return 0;
        }

        @Override
        double logDensity(double x) {
            return -x * x / 2;
        }

        @Override
        double share(double x) {
            return STANDARD.cumulativeProbability(x);
        }
    },
    /** {@link Law#LOGNORMAL}. */
    LOGNORMAL(Law.LOGNORMAL) {
        @Override
        double mean() {
            return Math.exp(0.5) / UNIT;
        }

        @Override
        double logDensity(double x) {
            if (x <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            double logarithm = Math.log(x * UNIT);
            return -logarithm * logarithm / 2 - logarithm;
        }

        @Override
        double share(double x) {
            return x <= 0 ? 0 : STANDARD.cumulativeProbability(Math.log(x * UNIT));
        }
    };

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** The standard deviation of exp of a standard normal. */
    private static final double UNIT = Math.sqrt((Math.E - 1) * Math.E);

    private final Law law;

    KnownLaw(Law law) {
        this.law = law;
    }

    Law law() {
        return law;
    }

    abstract double mean();

    /** The logarithm of the density at a value, less one and the same number at all values. */
    abstract double logDensity(double x);

    /** P(X ≤ x). */
    abstract double share(double x);
}
