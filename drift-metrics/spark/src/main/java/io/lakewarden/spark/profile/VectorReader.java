package io.lakewarden.spark.profile;

import org.apache.spark.sql.vectorized.ColumnVector;

/** Adds the cells of one column to its builder, batch after batch. */
interface VectorReader {
    /** Adds some rows of a batch. */
    void read(ColumnVector vector, BatchRows rows);

    /** Adds cells that are null because the struct around them is. */
    void readMissing(int cells);

    /** Adds what is still counted apart; nothing is read afterwards. */
    default void finish() {}
}
