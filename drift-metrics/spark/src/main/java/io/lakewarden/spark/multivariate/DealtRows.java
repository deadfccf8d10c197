package io.lakewarden.spark.multivariate;

import io.lakewarden.spark.sample.ColumnSample;
import io.lakewarden.spark.sample.ColumnSample.Booleans;
import io.lakewarden.spark.sample.ColumnSample.Numbers;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import io.lakewarden.spark.sample.ColumnSample.Times;
import io.lakewarden.spark.sample.TableSample;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The rows of both sides, as many of each, dealt out to folds by a hash of their entity, so that a classifier is never asked about an entity that it has learnt
 * from. Rows without one are dealt each by itself.
 */
final class DealtRows {
    private final int perSide;
    private final int[] entities;
    private final int[] folds;

    DealtRows(TableSample reference, TableSample current, Optional<String> entity, int most, int foldCount, long seed) {
        this.perSide = Math.min(most, Math.min(reference.size(), current.size()));
        this.entities = new int[2 * perSide];
        this.folds = new int[2 * perSide];
        Map<Object, Integer> known = new HashMap<>();
        for (int row = 0; row < entities.length; row++) {
            Object key = key(isCurrent(row) ? current : reference, entity, place(row))
                    .orElse(row);
            entities[row] = known.computeIfAbsent(key, it -> known.size());
            folds[row] = new SplittableRandom(seed * 31 + key.hashCode()).nextInt(foldCount);
        }
    }

    private static Optional<Object> key(TableSample sample, Optional<String> entity, int place) {
        return entity.flatMap(sample::column)
                .filter(column -> !column.isMissing(place))
                .map(column -> text(column, place));
    }

    private static Object text(ColumnSample column, int place) {
        if (column instanceof Numbers numbers) {
            return "" + numbers.value(place);
        }
        if (column instanceof Booleans booleans) {
            return "" + booleans.value(place);
        }
        return column instanceof Times times
                ? "" + times.micros(place)
                : ((Texts) column).value(place).orElseThrow();
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
