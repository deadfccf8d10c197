package io.lakewarden.spark.multivariate;

import io.lakewarden.drift.multivariate.Entities;
import io.lakewarden.spark.sample.TableSample;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The rows of both sides, as many of each, dealt out to folds by a hash of their entity, so that a classifier is never asked about an entity that it has learnt
 * from. Rows without one are dealt each by itself.
 */
final class DealtRows {
    private final int perSide;
    private final int foldCount;
    private final int[] entities;
    private final int[] folds;

    DealtRows(TableSample reference, TableSample current, Optional<String> entity, int most, int foldCount, long seed) {
        this.perSide = Math.min(most, Math.min(reference.size(), current.size()));
        this.foldCount = foldCount;
        String[] before = keys(reference, entity);
        String[] now = keys(current, entity);
        this.entities = Entities.of(before, now).byRow();
        this.folds = new int[2 * perSide];
        for (int row = 0; row < folds.length; row++) {
            String key = (isCurrent(row) ? now : before)[place(row)];
            folds[row] = new SplittableRandom(seed * 31 + (key == null ? row : key.hashCode())).nextInt(foldCount);
        }
    }

    private String[] keys(TableSample side, Optional<String> entity) {
        int[] rows = IntStream.range(0, perSide).toArray();
        return entity.map(column -> side.keys(column, rows)).orElseGet(() -> new String[perSide]);
    }

    /**
     * Whether every fold leaves rows of both sides to learn from. It does not where there are no rows, or where those of a side belong to so few
     * entities that all are in one fold.
     */
    boolean canBeHeldOut() {
        int[][] counts = new int[2][foldCount];
        for (int row = 0; row < folds.length; row++) {
            counts[isCurrent(row) ? 1 : 0][folds[row]]++;
        }
        return perSide > 0
                && Arrays.stream(counts).flatMapToInt(Arrays::stream).noneMatch(rowsOfFold -> rowsOfFold == perSide);
    }

    int size() {
        return entities.length;
    }

    /** How many rows of each side there are. */
    int perSide() {
        return perSide;
    }

    /** The current rows come after those of the reference. */
    boolean isCurrent(int row) {
        return row >= perSide;
    }

    /** Where a row stands in the sample of its side. */
    int place(int row) {
        return isCurrent(row) ? row - perSide : row;
    }

    int fold(int row) {
        return folds[row];
    }

    int[] folds() {
        return folds.clone();
    }

    int[] entities() {
        return entities.clone();
    }

    boolean[] sides() {
        boolean[] sides = new boolean[size()];
        for (int row = 0; row < sides.length; row++) {
            sides[row] = isCurrent(row);
        }
        return sides;
    }
}
