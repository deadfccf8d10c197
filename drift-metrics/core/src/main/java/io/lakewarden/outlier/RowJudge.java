package io.lakewarden.outlier;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Says of a row in which ways it is an outlier.
 *
 * @param support what the reference has seen
 * @param forest over the reference's rows; null where there is none
 * @param limit rows with a higher score are isolated
 */
public record RowJudge(ReferenceSupport support, IsolationForest forest, double limit) implements Serializable {
    private static final int MOST_REASONS = 3;

    /** How isolated a row is; 0 without a forest. */
    double score(double[] features) {
        return forest == null ? 0 : forest.score(features);
    }

    /** Why a row is an outlier in a way, the strongest reason first. */
    List<OutlierReason> reasons(OutlierKind kind, double[] cells, RowText text) {
        return switch (kind) {
            case SUPPORT ->
                strongest(column -> column(column).beyond(cells[column]))
                        .mapToObj(column ->
                                reason(column, cells, text, column(column).seen()))
                        .toList();
            case FENCES ->
                strongest(column -> column(column).beyondFences(cells[column]))
                        .mapToObj(column -> reason(column, cells, text, ((NumberSupport) column(column)).fences()))
                        .toList();
            case ISOLATION -> isolationReasons(cells, text);
        };
    }

    /** The columns without which the row would be least isolated. */
    private List<OutlierReason> isolationReasons(double[] cells, RowText text) {
        double[] features = support.features(cells);
        double score = forest.score(features);
        double[] gains = new double[support.columns().size()];
        for (int column = 0; column < support.columns().size(); column++) {
            double own = features[column];
            features[column] = column(column).feature(ColumnSupport.MISSING);
            gains[column] = score - forest.score(features);
            features[column] = own;
        }
        return strongest(column -> gains[column])
                .mapToObj(column -> reason(column, cells, text, column(column).seen()))
                .toList();
    }

    private IntStream strongest(IntToDoubleFunction strength) {
        return IntStream.range(0, support.columns().size())
                .filter(column -> strength.applyAsDouble(column) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(column -> -strength.applyAsDouble(column)))
                .limit(MOST_REASONS)
                .mapToInt(Integer::intValue);
    }

    private OutlierReason reason(int column, double[] cells, RowText text, String limit) {
        return new OutlierReason(column(column).column(), value(column, cells[column], text), limit);
    }

    private String value(int column, double cell, RowText text) {
        if (Double.isNaN(cell)) {
            return "missing";
        }
        return column(column) instanceof CategorySupport ? text.category(column) : NumberSupport.text(cell);
    }

    private ColumnSupport column(int index) {
        return support.columns().get(index);
    }
}
