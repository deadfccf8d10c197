package io.lakewarden.spark.sample;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.spark.profile.CellText;
import io.lakewarden.spark.profile.CellTime;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;

/** How the cells of a sampled column are read. */
interface SampledCells {
    /** The cells at a position of rows. */
    ColumnSample read(List<InternalRow> rows, int position);

    /** What is selected of a column of a kind: numbers as doubles, all else as it is. */
    static Column selected(ColumnKind kind, Column column) {
        return kind == ColumnKind.NUMERIC ? column.cast("double") : column;
    }

    /** Reads a column of a kind that holds single values. */
    static SampledCells of(ColumnKind kind, DataType type) {
        return switch (kind) {
            case NUMERIC -> SampledCells::numbers;
            case CATEGORICAL -> texts(CellText.of(type));
            case BOOLEAN -> SampledCells::booleans;
            case TEMPORAL -> times(CellTime.of(type));
            case COLLECTION, OPAQUE ->
                throw new IllegalArgumentException("cells of type " + type.catalogString() + " hold no single value");
        };
    }

    private static ColumnSample numbers(List<InternalRow> rows, int position) {
        BitSet missing = missing(rows, position);
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = missing.get(row) ? Double.NaN : rows.get(row).getDouble(position);
        }
        return new ColumnSample.Numbers(values, missing);
    }

    private static SampledCells texts(CellText text) {
        return (rows, position) -> {
            String[] values = new String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                InternalRow cells = rows.get(row);
                values[row] = cells.isNullAt(position) ? null : text.read(cells, position);
            }
            return new ColumnSample.Texts(values);
        };
    }

    private static ColumnSample booleans(List<InternalRow> rows, int position) {
        BitSet missing = missing(rows, position);
        BitSet values = new BitSet(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            values.set(row, !missing.get(row) && rows.get(row).getBoolean(position));
        }
        return new ColumnSample.Booleans(rows.size(), values, missing);
    }

    private static SampledCells times(CellTime time) {
        return (rows, position) -> {
            BitSet missing = missing(rows, position);
            long[] micros = new long[rows.size()];
            for (int row = 0; row < micros.length; row++) {
                micros[row] = missing.get(row) ? 0 : time.micros(rows.get(row), position);
            }
            return new ColumnSample.Times(micros, missing);
        };
    }

    private static BitSet missing(List<InternalRow> rows, int position) {
        BitSet missing = new BitSet(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            missing.set(row, rows.get(row).isNullAt(position));
        }
        return missing;
    }
}
