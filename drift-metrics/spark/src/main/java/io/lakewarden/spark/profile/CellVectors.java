package io.lakewarden.spark.profile;

import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;

/** Reads collections, and coded columns of other types than text, cell by cell. */
final class CellVectors implements VectorReader {
    private final CellReader reader;

    CellVectors(CellReader reader) {
        this.reader = reader;
    }

    @Override
    public void read(ColumnVector vector, BatchRows rows) {
        if (rows.count() == 0) {
            return;
        }
        ColumnarArray cells = new ColumnarArray(vector, 0, rows.at(rows.count() - 1) + 1);
        for (int i = 0; i < rows.count(); i++) {
            reader.read(cells, rows.at(i));
        }
    }

    @Override
    public void readMissing(int cells) {
        for (int i = 0; i < cells; i++) {
            reader.readMissing();
        }
    }
}
