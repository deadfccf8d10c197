package io.lakewarden.outlier;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tells how easily a row is separated from others by random cuts. Each tree is grown over a few rows; what lies apart is
 * alone after few cuts.
 *
 * <p>Score: {@code 2^(−E(h) / c(n))}, where E(h) is the mean depth of the row over all trees, n the rows of a tree and
 * c(n) the mean depth of a row in a tree of n. In (0, 1]: near 1 far apart, near 0.5 and below among others. Source: F. T.
 * Liu, K. M. Ting and Z.-H. Zhou, "Isolation-based anomaly detection" (2012). A row outside the values that a node has seen counts as separated
 * there with some probability ({@link IsolationTree#pathLength}), as in S. Guha and others, "Robust random cut forest based
 * anomaly detection on streams" (2016). The same rows and seed give the same forest.
 */
public final class IsolationForest implements Serializable {
    private static final double EULER = 0.577_215_664_901_532_9;

    private final IsolationTree[] trees;
    private final double scale;

    /** A forest of trees that were each grown over so many rows. */
    IsolationForest(List<IsolationTree> trees, int rowsOfATree) {
        this.trees = trees.toArray(IsolationTree[]::new);
        this.scale = averagePathLength(rowsOfATree);
    }

    /**
     * Grows trees, each over a sample of the rows without replacement, down to the depth that a balanced tree would have.
     *
     * @param rows at least two of the same length, finite
     * @param sample how many rows a tree is grown over; all where there are fewer
     */
    public static IsolationForest fit(double[][] rows, int trees, int sample, long seed) {
        if (rows.length < 2 || trees < 1 || sample < 2) {
            throw new IllegalArgumentException("a forest needs two rows, a tree, and two rows for each, but got "
                    + rows.length + ", " + trees + " and " + sample);
        }
        int size = Math.min(sample, rows.length);
        int deepest = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] pool = rows.clone();
        List<IsolationTree> grown = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            SplittableRandom own = random.split();
            for (int row = 0; row < size; row++) {
                int other = row + own.nextInt(pool.length - row);
                double[] moved = pool[row];
                pool[row] = pool[other];
                pool[other] = moved;
            }
            grown.add(IsolationTree.grow(Arrays.copyOf(pool, size), deepest, own));
        }
        return new IsolationForest(grown, size);
    }

    /** How far apart a row lies. */
    public double score(double[] row) {
        double sum = 0;
        for (IsolationTree tree : trees) {
            sum += tree.pathLength(row);
        }
        return Math.pow(2, -sum / trees.length / scale);
    }

    /**
     * The mean depth of a row in a binary search tree of n: {@code 2·H(n − 1) − 2·(n − 1)/n}, with {@code ln(i) + γ} for the
     * harmonic number H(i) as the authors have it; 1 for two rows and 0 for less.
     */
    static double averagePathLength(int rows) {
        if (rows <= 2) {
            return rows < 2 ? 0 : 1;
        }
        return 2 * (Math.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }
}
