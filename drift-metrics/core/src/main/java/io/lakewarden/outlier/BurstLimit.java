package io.lakewarden.outlier;

import io.lakewarden.result.Status;

/**
 * How much alike rows are in the reference: the largest share of the rows of one block that equal one of its rows on a
 * coarse grid.
 *
 * @param share that share, of the other rows of the block
 * @param rows how many rows the reference has
 */
public record BurstLimit(double share, long rows) {
    /** Smaller groups are no burst. */
    public static final int LEAST_ROWS = 20;

    /** Blocks with fewer rows say nothing about shares. */
    public static final int LEAST_BLOCK = 50;

    /** A group that is less than so many times as large as the reference's largest is no burst. */
    private static final double LEAST_RATIO = 2;

    /** Of so many rows none may be seen, though their share is one of the rest (rule of three, 95 %). */
    private static final double UNSEEN_ROWS = 3;

    /** The share that a group may have by nature. */
    public double natural() {
        return Math.min(1, Math.max(share, UNSEEN_ROWS / Math.max(1, rows)));
    }

    /** Whether rows that are alike are a burst. */
    public Status judge(RowGroup group, long blocks, OutlierPolicy policy) {
        boolean burst = group.rows() >= LEAST_ROWS
                && group.rows() >= LEAST_RATIO * natural() * group.blockRows()
                && pValue(group, blocks) <= policy.significance();
        return burst ? Status.WARN : Status.PASS;
    }

    /**
     * A bound on the chance that a group so large is there in any block, where each group has at most the natural share: a
     * binomial tail, times the groups that can have that share, times blocks and gratings that were looked at.
     */
    double pValue(RowGroup group, long blocks) {
        double tail = OutlierRate.upperBinomial((double) group.rows(), (double) group.blockRows(), natural());
        return Math.min(1, tail * Math.ceil(1 / natural()) * Math.max(1, blocks) * group.gratings());
    }
}
