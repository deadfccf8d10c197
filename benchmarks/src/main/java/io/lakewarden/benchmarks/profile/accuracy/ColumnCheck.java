package io.lakewarden.benchmarks.profile.accuracy;

import io.lakewarden.profile.Ecdf;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.result.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Collects the errors of one column's profile. */
final class ColumnCheck {
    private final String name;
    private final ExactColumn exact;
    private final List<String> wrong = new ArrayList<>();
    private double rankError;
    private double statedRankError;
    private double distinctError;
    private int distinctOutsideBounds;
    private int distinctIntervals;
    private int frequentValues;
    private int frequentOutsideBounds;
    private int frequentMissed;
    private double momentError;

    ColumnCheck(String name, ExactColumn exact) {
        this.name = name;
        this.exact = exact;
    }

    /** What leaves no room for error. */
    void equal(String metric, long found, long truth) {
        if (found != truth) {
            wrong(metric + " is " + found + " instead of " + truth);
        }
    }

    /** What leaves no room for error. */
    void equal(String metric, MetricValue found, double truth) {
        if (found.number().isEmpty() || found.number().getAsDouble() != truth) {
            wrong(metric + " is " + found + " instead of " + truth);
        }
    }

    void wrong(String clause) {
        wrong.add(name + ": " + clause);
    }

    /** What is computed without a sketch, up to rounding. */
    void moment(String metric, MetricValue found, double truth) {
        if (found.number().isEmpty()) {
            wrong(metric + " is " + found + " instead of " + truth);
        } else {
            double error = Math.abs(found.number().getAsDouble() - truth) / Math.max(1, Math.abs(truth));
            momentError = Math.max(momentError, error);
        }
    }

    /** The distance of both step functions; it is largest at or just before a step of the profile's. */
    void ranks(Ecdf ecdf) {
        statedRankError = ecdf.rankError();
        double[] steps = ecdf.values();
        long[] cumulative = ecdf.cumulativeCounts();
        double before = 0;
        for (int i = 0; i < steps.length; i++) {
            long key = Keys.ofNumber(steps[i]);
            double after = (double) cumulative[i] / ecdf.count();
            rankError = Math.max(rankError, Math.abs(share(exact.countBelow(key)) - before));
            rankError = Math.max(rankError, Math.abs(share(exact.countAtMost(key)) - after));
            before = after;
        }
        if (steps.length == 0 && exact.count() > 0) {
            wrong("has no distribution");
        }
    }

    private double share(int count) {
        return (double) count / exact.count();
    }

    void distinct(MetricValue found) {
        if (!(found instanceof MetricValue.Known known)) {
            wrong("has no distinct count");
            return;
        }
        long truth = exact.distinct();
        distinctError = Math.abs(known.value() - truth) / Math.max(1, truth);
        distinctIntervals = known.exact() ? 0 : 1;
        distinctOutsideBounds = truth < known.lower() || truth > known.upper() ? 1 : 0;
    }

    /** Bounds on frequent values, and whether any value that is frequent enough is not among them. */
    void frequent(List<FrequentValue> found, ToLongFunction<String> key) {
        long heavy = 0;
        for (FrequentValue value : found) {
            int truth = exact.countOf(key.applyAsLong(value.value()));
            frequentOutsideBounds += truth < value.lower() || truth > value.upper() ? 1 : 0;
            heavy += truth > AccuracyCheck.HEAVY_SHARE * exact.count() ? 1 : 0;
        }
        frequentValues = found.size();
        frequentMissed = Math.toIntExact(exact.heavierThan(AccuracyCheck.HEAVY_SHARE) - heavy);
    }

    Accuracy result() {
        return new Accuracy(
                1,
                rankError,
                statedRankError,
                distinctError,
                distinctOutsideBounds,
                distinctIntervals,
                frequentValues,
                frequentOutsideBounds,
                frequentMissed,
                momentError,
                wrong);
    }
}
