package io.lakewarden.drift.multivariate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What classifiers think of rows that they were not trained on. */
public final class HeldOutScores {
    private final double[] scores;
    private final boolean[] current;
    private final int[] folds;
    private final int[] entities;

    /**
     * The scores of rows.
     *
     * @param scores by row; finite, rising with the chance that the row is of the current data
     * @param current by row, whether it is of the current data
     * @param folds by row, which of the classifiers gave the score; scores of different ones are not compared
     * @param entities by row, what it belongs to; all rows of one entity are in one fold
     */
    public HeldOutScores(double[] scores, boolean[] current, int[] folds, int[] entities) {
        if (current.length != scores.length || folds.length != scores.length || entities.length != scores.length) {
            throw new IllegalArgumentException(
                    "each of " + scores.length + " rows has a score, a side, a fold and an entity");
        }
        this.scores = scores.clone();
        this.current = current.clone();
        this.folds = folds.clone();
        this.entities = entities.clone();
    }

    /** The folds that hold rows of both sides, in their order. */
    List<FoldRanks> ofFolds() {
        TreeMap<Integer, List<Integer>> byFold = new TreeMap<>();
        for (int row = 0; row < folds.length; row++) {
            byFold.computeIfAbsent(folds[row], fold -> new ArrayList<>()).add(row);
        }
        return byFold.values().stream()
                .map(this::ranks)
                .filter(fold -> fold.pairs() > 0)
                .toList();
    }

    private FoldRanks ranks(List<Integer> rows) {
        double[] ofRows = rows.stream().mapToDouble(row -> scores[row]).toArray();
        boolean[] sides = new boolean[ofRows.length];
        int[] blocks = new int[ofRows.length];
        for (int place = 0; place < sides.length; place++) {
            sides[place] = current[rows.get(place)];
            blocks[place] = entities[rows.get(place)];
        }
        return new FoldRanks(ofRows, sides, blocks);
    }
}
