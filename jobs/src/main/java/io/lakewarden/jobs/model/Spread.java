package io.lakewarden.jobs.model;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;

/** How far a number that stages make of one column spreads over the rows of a reference. */
sealed interface Spread
        permits Spread.Own, Spread.Scaled, Spread.Filled, Spread.Untold, CategoryIndex, CategoryIndex.Indicator {
    /** The column's own values. */
    Spread OWN = new Own();

    /**
     * The population standard deviation over the rows that have a value.
     *
     * @throws UnknownSpreadException where the profile does not tell
     */
    double over(ColumnProfile column);

    private static double number(MetricValue value) {
        if (value instanceof Unknown unknown) {
            throw new UnknownSpreadException(unknown.reason());
        }
        return ((Known) value).value();
    }

    /** The column's own values. */
    record Own() implements Spread {
        @Override
        public double over(ColumnProfile column) {
            if (column instanceof NumericProfile numbers) {
                return number(numbers.populationStandardDeviation());
            }
            if (column instanceof BooleanProfile truths) {
                double share = number(truths.trueShare());
                return Math.sqrt(share * (1 - share));
            }
            throw new UnknownSpreadException("it is no column of numbers");
        }
    }

    /**
     * A number times a constant, whatever is added to it.
     *
     * @param place where it stands in the vector that the scaler reads
     */
    record Scaled(Spread of, ScalerFactors factors, int place) implements Spread {
        @Override
        public double over(ColumnProfile column) {
            double factor = factors.at(place);
            return factor == 0 ? 0 : Math.abs(factor) * of.over(column);
        }
    }

    /** The column's values, with one and the same in place of nulls and NaN. */
    record Filled(ImputedValue value) implements Spread {
        @Override
        public double over(ColumnProfile column) {
            if (!(column instanceof NumericProfile numbers)) {
                throw new UnknownSpreadException("it is no column of numbers");
            }
            double missing = (double) numbers.nulls() + numbers.nans();
            double own = number(numbers.populationStandardDeviation());
            double share = missing / (missing + numbers.finite());
            double away = number(numbers.mean()) - value.get();
            return Math.sqrt((1 - share) * own * own + share * (1 - share) * away * away);
        }
    }

    /** What no profile tells. */
    record Untold(String stage) implements Spread {
        @Override
        public double over(ColumnProfile column) {
            throw new UnknownSpreadException("a profile does not tell what a " + stage + " makes of a column");
        }
    }
}
