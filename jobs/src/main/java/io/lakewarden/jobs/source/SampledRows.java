package io.lakewarden.jobs.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;

import io.lakewarden.spark.sample.RowDice;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Draws samples of rows by their {@link RowDice}, so that the same files and windows give the same rows, however many cores read them.
 */
public final class SampledRows {
    private static final long SEED = 0x5a4d_504c_4531L;
    private static final int HASH_BITS = 53;

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
        Column dice = RowDice.ofFiles(SEED);
        return data.filter(
                shiftrightunsigned(dice, Long.SIZE - HASH_BITS).lt(lit((long) (sample.share() * (1L << HASH_BITS)))));
    }
}
