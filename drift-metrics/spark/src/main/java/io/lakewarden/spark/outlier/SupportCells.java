package io.lakewarden.spark.outlier;

import io.lakewarden.outlier.CategorySupport;
import io.lakewarden.outlier.ColumnSupport;
import io.lakewarden.outlier.NumberSupport;
import io.lakewarden.outlier.ReferenceSupport;
import io.lakewarden.outlier.RowText;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.spark.profile.CellText;
import io.lakewarden.spark.profile.CellTime;
import io.lakewarden.spark.profile.CellTypes;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;

/**
 * Where in selected rows the cells stand that are held against the reference, and what names a row. A column that the rows
 * lack, or have with a type that is no number where the reference has numbers, is missing in all of them.
 */
final class SupportCells implements Serializable {
    /** Of a column that the rows do not have. */
    private static final int ABSENT = -1;

    private final ReferenceSupport support;
    private final List<Integer> positions = new ArrayList<>();
    private final List<Integer> identity = new ArrayList<>();
    private final List<DataType> types = new ArrayList<>();
    private int time = ABSENT;
    private final transient List<Column> selected = new ArrayList<>();

    private SupportCells(ReferenceSupport support) {
        this.support = support;
    }

    /**
     * The cells in some data.
     *
     * @param names paths of the columns that name a row
     * @param when path of the column that says when, where it is asked for
     */
    static SupportCells of(Dataset<Row> data, ReferenceSupport support, List<String> names, Optional<String> when) {
        SupportCells cells = new SupportCells(support);
        cells.time = when.flatMap(path -> ResolvedColumn.find(data, path))
                .filter(found -> CellTypes.kindOf(found.type(), false) == ColumnKind.TEMPORAL)
                .map(cells::select)
                .orElse(ABSENT);
        for (ColumnSupport column : support.columns()) {
            cells.positions.add(find(data, column).map(cells::select).orElse(ABSENT));
        }
        for (String name : names) {
            cells.identity.add(ResolvedColumn.find(data, name)
                    .filter(found -> CellTypes.kindOf(found.type(), true) == ColumnKind.CATEGORICAL)
                    .map(found -> cells.select(found.column(), found.type()))
                    .orElse(ABSENT));
        }
        return cells;
    }

    private static Optional<ResolvedColumn> find(Dataset<Row> data, ColumnSupport column) {
        return ResolvedColumn.find(data, column.column())
                .filter(found -> column instanceof NumberSupport
                        ? CellTypes.kindOf(found.type(), false) == ColumnKind.NUMERIC
                        : CellTypes.kindOf(found.type(), true) == ColumnKind.CATEGORICAL)
                .map(found -> column instanceof NumberSupport
                        ? new ResolvedColumn(found.column().cast("double"), found.type())
                        : found);
    }

    private int select(ResolvedColumn found) {
        return select(found.column(), found.type());
    }

    private int select(Column column, DataType type) {
        selected.add(column.as("c" + selected.size()));
        types.add(type);
        return selected.size() - 1;
    }

    /** The data with nothing but these cells. */
    Dataset<Row> select(Dataset<Row> data) {
        return data.select(selected.toArray(Column[]::new));
    }

    /** A reader of the selected rows, for one thread. */
    Reader reader() {
        return new Reader();
    }

    /** Reads one row after the other. */
    final class Reader implements RowText {
        private final List<CellText> texts = types.stream().map(CellText::of).toList();
        private final CellTime when = time == ABSENT ? null : CellTime.of(types.get(time));
        private InternalRow row;

        /** The cells of a row, which this object then tells in words until it reads another. */
        double[] read(InternalRow next) {
            row = next;
            double[] cells = new double[positions.size()];
            for (int column = 0; column < cells.length; column++) {
                cells[column] = cell(column);
            }
            return cells;
        }

        private double cell(int column) {
            int position = positions.get(column);
            if (position == ABSENT || row.isNullAt(position)) {
                return ColumnSupport.MISSING;
            }
            return support.columns().get(column) instanceof CategorySupport categories
                    ? categories.place(texts.get(position).read(row, position))
                    : row.getDouble(position);
        }

        /** When the row was, in microseconds since 1970 UTC; 0 where it does not say. */
        long micros() {
            return when == null || row.isNullAt(time) ? 0 : when.micros(row, time);
        }

        @Override
        public List<String> identity() {
            return identity.stream().map(this::text).toList();
        }

        @Override
        public String category(int column) {
            return text(positions.get(column));
        }

        private String text(int position) {
            return position == ABSENT || row.isNullAt(position)
                    ? ""
                    : texts.get(position).read(row, position);
        }
    }
}
