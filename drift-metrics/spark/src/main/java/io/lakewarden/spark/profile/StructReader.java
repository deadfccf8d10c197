package io.lakewarden.spark.profile;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/**
 * Reads the profiled fields of a struct, or the profiled columns of a row; a struct itself is no column, and where it is
 * null each of its fields counts a null.
 */
final class StructReader implements CellReader {
    private final CellReader[] fields;
    private final int[] positions;
    private final int width;

    /**
     * A reader of some fields.
     *
     * @param fields their readers
     * @param positions where they stand in the struct
     * @param width how many fields the struct has
     */
    StructReader(CellReader[] fields, int[] positions, int width) {
        this.fields = fields;
        this.positions = positions;
        this.width = width;
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return fields.length == 0;
    }

    /** Reads a whole row, which is never null. */
    void read(InternalRow row) {
        for (int i = 0; i < fields.length; i++) {
            fields[i].read(row, positions[i]);
        }
    }

    @Override
    public void read(SpecializedGetters cells, int position) {
        if (cells.isNullAt(position)) {
            readMissing();
        } else {
            read(cells.getStruct(position, width));
        }
    }

    @Override
    public void readMissing() {
        for (CellReader field : fields) {
            field.readMissing();
        }
    }
}
