package io.lakewarden.spark.profile;

import org.apache.spark.sql.vectorized.ColumnVector;

/** Reads the profiled fields of a struct; where it is null each of them counts a null. */
final class StructVectors implements VectorReader {
    private final VectorReader[] fields;
    private final int[] positions;

    /**
     * A reader of some fields.
     *
     * @param fields their readers
     * @param positions where they stand in the struct
     */
    StructVectors(VectorReader[] fields, int[] positions) {
        this.fields = fields;
        this.positions = positions;
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return fields.length == 0;
    }

    /** Reads rows of whole columns, which stand at the positions of the fields. */
    void read(ColumnVector[] columns, BatchRows rows) {
        for (int i = 0; i < fields.length; i++) {
            fields[i].read(columns[positions[i]], rows);
        }
    }

    @Override
    public void read(ColumnVector vector, BatchRows rows) {
        BatchRows present = rows.present(vector);
        for (int i = 0; i < fields.length; i++) {
            fields[i].read(vector.getChild(positions[i]), present);
            fields[i].readMissing(rows.count() - present.count());
        }
    }

    @Override
    public void readMissing(int cells) {
        for (VectorReader field : fields) {
            field.readMissing(cells);
        }
    }

    @Override
    public void finish() {
        for (VectorReader field : fields) {
            field.finish();
        }
    }
}
