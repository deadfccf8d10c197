package io.lakewarden.outlier;

import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * A tree that takes rows apart by random cuts, in arrays: node 0 is the root. A row whose value is at most the cut goes
 * left.
 */
final class IsolationTree implements Serializable {
    private static final int LEAF = -1;

    private final int[] features;
    private final double[] cuts;
    private final int[] left;
    private final int[] right;

    /** Of the feature that a node cuts, the least and the greatest value among the rows that reached it. */
    private final double[] least;

    private final double[] most;

    /** Of a leaf: how far below the root a row that ends there is taken to be. */
    private final double[] depths;

    private IsolationTree(int capacity) {
        features = new int[capacity];
        cuts = new double[capacity];
        left = new int[capacity];
        right = new int[capacity];
        least = new double[capacity];
        most = new double[capacity];
        depths = new double[capacity];
    }

    /**
     * A tree that was grown elsewhere, by nobody knows how far its rows reach. Children come after their parents.
     *
     * @param features the feature that a node cuts; negative in a leaf
     * @param rows how many rows of the sample reached a node
     */
    static IsolationTree of(int[] features, double[] cuts, int[] left, int[] right, int[] rows) {
        IsolationTree tree = new IsolationTree(features.length);
        int[] depth = new int[features.length];
        for (int node = 0; node < features.length; node++) {
            if (features[node] < 0) {
                tree.leaf(node, depth[node], rows[node]);
            } else {
                tree.features[node] = features[node];
                tree.cuts[node] = cuts[node];
                tree.left[node] = left[node];
                tree.right[node] = right[node];
                tree.least[node] = Double.NEGATIVE_INFINITY;
                tree.most[node] = Double.POSITIVE_INFINITY;
                depth[left[node]] = depth[node] + 1;
                depth[right[node]] = depth[node] + 1;
            }
        }
        return tree;
    }

    /** Grows a tree over a sample, whose order is changed, down to a depth. */
    static IsolationTree grow(double[][] sample, int deepest, SplittableRandom random) {
        IsolationTree tree = new IsolationTree(2 * sample.length - 1);
        new Growth(tree, deepest, random).grow(sample, 0, sample.length, 0);
        return tree;
    }

    /**
     * How far below the root a row is expected to end: the cuts passed, and those that would still separate it from the rows
     * around. Where it lies outside the values that a node cuts, a cut through the values and the row together would have
     * separated it there and then with the probability {@code distance / (range + distance)}; without that, no row outside
     * would look more isolated than the outermost row of the sample.
     */
    double pathLength(double[] row) {
        int node = 0;
        int depth = 0;
        double expected = 0;
        double together = 1;
        while (features[node] != LEAF) {
            double value = row[features[node]];
            double distance = Math.max(least[node] - value, value - most[node]);
            depth++;
            if (distance > 0) {
                double separated = together * (distance / (most[node] - least[node] + distance));
                expected += separated * depth;
                together -= separated;
            }
            node = value <= cuts[node] ? left[node] : right[node];
        }
        return expected + together * depths[node];
    }

    private void leaf(int node, int depth, int rows) {
        features[node] = LEAF;
        depths[node] = depth + IsolationForest.averagePathLength(rows);
    }

    private static final class Growth {
        private final IsolationTree tree;
        private final int deepest;
        private final SplittableRandom random;
        private int size;

        Growth(IsolationTree tree, int deepest, SplittableRandom random) {
            this.tree = tree;
            this.deepest = deepest;
            this.random = random;
        }

        /** The node over rows of the sample. */
        int grow(double[][] sample, int from, int to, int depth) {
            int node = size++;
            int feature = depth < deepest ? feature(sample, from, to) : LEAF;
            if (feature == LEAF) {
                tree.leaf(node, depth, to - from);
                return node;
            }
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = from; row < to; row++) {
                low = Math.min(low, sample[row][feature]);
                high = Math.max(high, sample[row][feature]);
            }
            double cut = low + random.nextDouble() * (high - low);
            if (!(cut < high)) {
                cut = low; // rounding must not leave one side empty
            }
            int middle = partition(sample, from, to, feature, cut);
            tree.features[node] = feature;
            tree.cuts[node] = cut;
            tree.least[node] = low;
            tree.most[node] = high;
            tree.left[node] = grow(sample, from, middle, depth + 1);
            tree.right[node] = grow(sample, middle, to, depth + 1);
            return node;
        }

        /** One of the features that can tell the rows apart, each with the same chance; none where they are all equal. */
        private int feature(double[][] sample, int from, int to) {
            int width = sample[from].length;
            int chosen = LEAF;
            int different = 0;
            for (int feature = 0; feature < width; feature++) {
                if (varies(sample, from, to, feature) && random.nextInt(++different) == 0) {
                    chosen = feature;
                }
            }
            return chosen;
        }

        private static boolean varies(double[][] sample, int from, int to, int feature) {
            for (int row = from + 1; row < to; row++) {
                if (sample[row][feature] != sample[from][feature]) {
                    return true;
                }
            }
            return false;
        }

        private static int partition(double[][] sample, int from, int to, int feature, double cut) {
            int middle = from;
            for (int row = from; row < to; row++) {
                if (sample[row][feature] <= cut) {
                    double[] moved = sample[row];
                    sample[row] = sample[middle];
                    sample[middle++] = moved;
                }
            }
            return middle;
        }
    }
}
