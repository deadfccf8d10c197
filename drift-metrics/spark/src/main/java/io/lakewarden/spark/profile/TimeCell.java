package io.lakewarden.spark.profile;

import java.io.Serializable;
import java.util.OptionalLong;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** The cell of a row that says when. */
final class TimeCell implements Serializable {
    private final CellPath cell;

    private TimeCell(CellPath cell) {
        this.cell = cell;
    }

    /**
     * The cell at a path.
     *
     * @throws IllegalArgumentException if there is none, or it is neither date nor timestamp
     */
    static TimeCell of(StructType schema, String path) {
        CellPath cell = CellPath.find(schema, path)
                .orElseThrow(() ->
                        new IllegalArgumentException("no time column '" + path + "' in " + schema.catalogString()));
        if (!CellTypes.isTime(cell.type())) {
            throw new IllegalArgumentException("the time column '" + path + "' is "
                    + cell.type().catalogString() + ", but a date or timestamp is needed");
        }
        return new TimeCell(cell);
    }

    /** Microseconds since 1970 UTC; empty where the cell or a struct around it is null. */
    OptionalLong micros(InternalRow row) {
        InternalRow holder = cell.holder(row);
        return holder == null
                ? OptionalLong.empty()
                : OptionalLong.of(CellTime.of(cell.type()).micros(holder, cell.position()));
    }

    /** The rows that have a time. */
    BatchRows present(ColumnVector[] columns, BatchRows rows) {
        return cell.present(columns, rows);
    }

    /** The times of rows that have one, in microseconds since 1970 UTC. */
    long[] micros(ColumnVector[] columns, BatchRows present) {
        long[] micros = new long[present.count()];
        LongValues.of(cell.type()).copy(cell.vector(columns), present, micros);
        return micros;
    }
}
