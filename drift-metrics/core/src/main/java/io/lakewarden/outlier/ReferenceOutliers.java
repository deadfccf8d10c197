package io.lakewarden.outlier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What window after window is held against: what the reference has seen, a forest over half of a sample of its rows, and how
 * often the other half is called an outlier.
 *
 * @param support what was seen
 * @param sampled how many rows were sampled
 * @param fenced how many of them are outside the fences
 * @param fencedByColumn the same for each column
 * @param isolation the forest; empty where none was wanted, or the sample is too small
 */
public record ReferenceOutliers(
        ReferenceSupport support, long sampled, long fenced, List<Long> fencedByColumn, Optional<Isolation> isolation) {
    /** Fewer sampled rows make no forest. */
    public static final int LEAST_SAMPLE = 200;

    private static final long SEED = 0x666f_7265_7374L;
    private static final double CONFIDENCE = 0.95;

    public ReferenceOutliers {
        fencedByColumn = List.copyOf(fencedByColumn);
    }

    /**
     * A forest, and the score that its own kind rarely exceeds.
     *
     * @param forest grown over one half of the sample
     * @param limit the rank-th smallest score of the other half; rows above are isolated
     * @param heldOut how many rows the other half has
     * @param rank the place of the limit among their scores, counted from 1
     */
    public record Isolation(IsolationForest forest, double limit, int heldOut, int rank) {
        /** The share of rows of the same kind that are expected above the limit. */
        public double expected() {
            return (heldOut + 1.0 - rank) / (heldOut + 1);
        }

        /** With 95 % confidence the share is at most this: over samples it follows Beta(m + 1 − r, r). */
        public double surely() {
            return new BetaDistribution(null, heldOut + 1.0 - rank, rank).inverseCumulativeProbability(CONFIDENCE);
        }
    }

    /** Learns from sampled rows of the reference, in random order, each with a cell for each column of the support. */
    public static ReferenceOutliers learn(ReferenceSupport support, double[][] sample, OutlierPolicy policy) {
        OutlierTally tally = new OutlierTally(support.columns().size(), 0);
        RowJudge judge = new RowJudge(support, null, Double.POSITIVE_INFINITY);
        for (double[] row : sample) {
            tally.add(judge, row, RowText.NONE);
        }
        return new ReferenceOutliers(
                support,
                sample.length,
                tally.rows(OutlierKind.FENCES),
                IntStream.range(0, support.columns().size())
                        .mapToObj(tally::outsideFences)
                        .toList(),
                policy.trees() == 0
                                || sample.length < LEAST_SAMPLE
                                || support.columns().isEmpty()
                        ? Optional.empty()
                        : Optional.of(isolation(support, sample, policy)));
    }

    /** Judges rows. */
    public RowJudge judge() {
        return new RowJudge(
                support,
                isolation.map(Isolation::forest).orElse(null),
                isolation.map(Isolation::limit).orElse(Double.POSITIVE_INFINITY));
    }

    private static Isolation isolation(ReferenceSupport support, double[][] sample, OutlierPolicy policy) {
        double[][] features = Arrays.stream(sample).map(support::features).toArray(double[][]::new);
        int half = features.length / 2;
        IsolationForest forest =
                IsolationForest.fit(Arrays.copyOf(features, half), policy.trees(), policy.sample(), SEED);
        double[] scores = Arrays.stream(features, half, features.length)
                .mapToDouble(forest::score)
                .sorted()
                .toArray();
        int rank = (int)
                Math.max(1, Math.min(scores.length, Math.ceil((scores.length + 1) * (1 - policy.share()) - 1e-9)));
        return new Isolation(forest, scores[rank - 1], scores.length, rank);
    }
}
