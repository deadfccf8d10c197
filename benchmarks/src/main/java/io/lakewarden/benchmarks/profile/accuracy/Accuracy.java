package io.lakewarden.benchmarks.profile.accuracy;

import java.util.List;
import java.util.stream.Stream;

/**
 * The largest errors over all columns of a table.
 *
 * @param columns how many were checked
 * @param rankError the largest distance, at any point, between the profile's distribution function and the true one
 * @param statedRankError the largest that the profile admits
 * @param distinctError the largest relative error of a distinct count
 * @param distinctOutsideBounds distinct counts whose interval of 99 % misses the truth
 * @param distinctIntervals distinct counts that are intervals, not exact
 * @param frequentValues bounds on frequent values that were checked
 * @param frequentOutsideBounds how many of them do not hold
 * @param frequentMissed values above 0.2 % of a column that the profile does not list
 * @param momentError the largest relative error of mean, standard deviation, skewness or kurtosis; absolute below 1
 * @param wrong what should be exact and is not: count, nulls, least, greatest; one clause each, at most ten
 */
public record Accuracy(
        int columns,
        double rankError,
        double statedRankError,
        double distinctError,
        int distinctOutsideBounds,
        int distinctIntervals,
        int frequentValues,
        int frequentOutsideBounds,
        int frequentMissed,
        double momentError,
        List<String> wrong) {
    private static final int MOST_CLAUSES = 10;

    public Accuracy {
        wrong = List.copyOf(wrong);
    }

    static Accuracy none() {
        return new Accuracy(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    /** The worse of both. */
    Accuracy and(Accuracy other) {
        return new Accuracy(
                columns + other.columns,
                Math.max(rankError, other.rankError),
                Math.max(statedRankError, other.statedRankError),
                Math.max(distinctError, other.distinctError),
                distinctOutsideBounds + other.distinctOutsideBounds,
                distinctIntervals + other.distinctIntervals,
                frequentValues + other.frequentValues,
                frequentOutsideBounds + other.frequentOutsideBounds,
                frequentMissed + other.frequentMissed,
                Math.max(momentError, other.momentError),
                Stream.concat(wrong.stream(), other.wrong.stream())
                        .limit(MOST_CLAUSES)
                        .toList());
    }
}
