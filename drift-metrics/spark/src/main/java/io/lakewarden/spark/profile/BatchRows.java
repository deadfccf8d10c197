package io.lakewarden.spark.profile;

import org.apache.spark.sql.vectorized.ColumnVector;

/** Some rows of a batch: the first ones, or those at rising positions. */
final class BatchRows {
    /** Null where the rows are the first of the batch. */
    private final int[] positions;

    private final int count;

    private BatchRows(int[] positions, int count) {
        this.positions = positions;
        this.count = count;
    }

    /** Every row of a batch of this size. */
    static BatchRows all(int count) {
        return new BatchRows(null, count);
    }

    /** The rows at the first {@code count} of these positions, which are not copied. */
    static BatchRows at(int[] positions, int count) {
        return new BatchRows(positions, count);
    }

    int count() {
        return count;
    }

    /** Where in the batch the i-th of these rows stands. */
    int at(int i) {
        return positions == null ? i : positions[i];
    }

    /** Those of the rows in which the vector is not null. */
    BatchRows present(ColumnVector vector) {
        return vector.hasNull() ? present(vector, new int[count]) : this;
    }

    /** The same, in an array of the caller's, of at least as many places as there are rows; good until that is used again. */
    BatchRows present(ColumnVector vector, int[] kept) {
        if (!vector.hasNull()) {
            return this;
        }
        int size = 0;
        for (int i = 0; i < count; i++) {
            int row = at(i);
            kept[size] = row;
            // Without a branch, which scattered nulls would make the processor mispredict.
            size += vector.isNullAt(row) ? 0 : 1;
        }
        return at(kept, size);
    }
}
