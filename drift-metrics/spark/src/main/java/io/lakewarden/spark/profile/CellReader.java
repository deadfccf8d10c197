package io.lakewarden.spark.profile;

import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;

/**
 * Takes one cell out of Spark's internal representation and adds it to the profile of its column. Rows, arrays and map
 * entries all are {@link SpecializedGetters}, so one reader serves a type wherever it is nested.
 */
interface CellReader {
    /** Adds the cell at a position, null or not. */
    void read(SpecializedGetters cells, int position);

    /** Adds a null for a cell that does not exist because the struct around it is null. */
    void readMissing();
}
