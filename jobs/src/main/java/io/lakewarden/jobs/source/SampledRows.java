package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Draws samples of rows. The dice are a hash of the file's name, the part of the file, and the row's number in that
 * part, so that the same files and windows give the same rows, however many cores read them.
 */
public final class SampledRows {
    private static final long SEED = 0x5a4d_504c_4531L;
    private static final int HASH_BITS = 53;

    /** Rows of one partition are numbered in the lower bits. */
    private static final long ROW_NUMBER = (1L << 33) - 1;

    private static final String PART_BYTES = "134217728";

    /** Files are cut at the same places wherever they are read, and each part is a partition of its own. */
    private static final Map<String, String> SETTINGS = Map.of(
            "spark.sql.session.timeZone",
            "UTC",
            "spark.sql.files.maxPartitionBytes",
            PART_BYTES,
            "spark.sql.files.openCostInBytes",
            PART_BYTES,
            "spark.sql.files.minPartitionNum",
            "1");

    private SampledRows() {}

    /** A session for sources that are to be sampled. */
    public static SparkSession session(SparkSession session) {
        SparkSession own = session.newSession();
        SETTINGS.forEach((key, value) -> own.conf().set(key, value));
        return own;
    }

    /** The sampled rows of data that was read in a {@link #session} of this kind, and is nothing but files. */
    public static Dataset<Row> of(Dataset<Row> data, RowSample sample) {
        Column dice = xxhash64(
                lit(SEED),
                substring_index(input_file_name(), "/", -1),
                functions.expr("input_file_block_start()"),
                monotonically_increasing_id().bitwiseAND(ROW_NUMBER));
        return data.filter(
                shiftrightunsigned(dice, Long.SIZE - HASH_BITS).lt(lit((long) (sample.share() * (1L << HASH_BITS)))));
    }
}
