package io.lakewarden.spark.sample;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A number of 64 bits for each row that its place alone decides: the file's name, the part of the file, and the row's number
 * in that part. The same files cut at the same places give the same numbers, whatever is in the rows, so that equal rows are thrown for one by
 * one. Rows of no file have their partition for one, and keep their numbers as long as partitions and their order
 * stay.
 */
public final class RowDice {
    /** Rows of one partition are numbered in the lower bits. */
    private static final long ROW_NUMBER = (1L << 33) - 1;

    private RowDice() {}

    /** The dice over data that is read from one source. */
    public static Column ofFiles(long seed) {
        return xxhash64(
                lit(seed), substring_index(input_file_name(), "/", -1), expr("input_file_block_start()"), rowNumber());
    }

    /** The dice over any data. */
    static Column of(Dataset<Row> data, long seed) {
        if (data.queryExecution().analyzed().collectLeaves().size() > 1) {
            return xxhash64(lit(seed), spark_partition_id(), rowNumber());
        }
        // A null leaves the hash as it is, so that rows of files do not depend on the number of their partition.
        Column partition = when(input_file_name().equalTo(""), spark_partition_id());
        return xxhash64(ofFiles(seed), partition);
    }

    private static Column rowNumber() {
        return monotonically_increasing_id().bitwiseAND(ROW_NUMBER);
    }
}
