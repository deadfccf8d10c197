package io.lakewarden.outlier;

import io.lakewarden.profile.BooleanProfile;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the reference has seen, column by column.
 *
 * @param rows how many rows it has
 * @param columns what was seen in each column that can be looked at
 * @param without the columns that cannot: points in time, collections, texts too many to know, and columns without values
 */
public record ReferenceSupport(long rows, List<ColumnSupport> columns, List<String> without) implements Serializable {
    public ReferenceSupport {
        columns = List.copyOf(columns);
        without = List.copyOf(without);
    }

    /** What a profile of the reference shows of some of its columns. */
    public static ReferenceSupport of(DatasetProfile reference, List<String> columns, double fence) {
        List<ColumnSupport> known = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String column : columns) {
            Optional<ColumnSupport> support = reference.column(column).flatMap(it -> of(it, fence));
            support.ifPresentOrElse(known::add, () -> without.add(column));
        }
        return new ReferenceSupport(reference.rows(), known, without);
    }

    private static Optional<ColumnSupport> of(ColumnProfile column, double fence) {
        if (column instanceof NumericProfile numbers) {
            return NumberSupport.of(numbers, fence);
        }
        if (column instanceof CategoricalProfile texts) {
            return CategorySupport.of(texts);
        }
        return column instanceof BooleanProfile truths ? CategorySupport.of(truths) : Optional.empty();
    }

    /**
     * How many of the reference's rows would lie outside what was seen, were they not in it themselves: those that hold an
     * extreme or a category alone. An upper bound, for a row may hold several.
     */
    public double aloneRows() {
        return Math.min(
                (double) rows,
                columns.stream().mapToDouble(ColumnSupport::aloneRows).sum());
    }

    /** The cells of a row as the isolation forest has them. */
    public double[] features(double[] cells) {
        double[] features = new double[cells.length];
        for (int column = 0; column < cells.length; column++) {
            features[column] = columns.get(column).feature(cells[column]);
        }
        return features;
    }
}
