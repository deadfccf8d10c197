package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.CsvOptions;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;

/** How Spark is told to cut CSV files into texts. What the texts mean is not left to it, see {@link CsvCells}. */
final class CsvFormat {
    private CsvFormat() {}

    static DataFrameReader reader(SparkSession session, CsvOptions options) {
        return session.read()
                .option("sep", options.separator())
                .option("encoding", options.encoding().name())
                .option("multiLine", options.multiline())
                // A quote inside quotes is doubled (RFC 4180), not escaped with a backslash as Spark would have it.
                .option("escape", "\"")
                // Where only some columns are cut out, a line that lacks the others would pass for a row.
                .option("columnPruning", false)
                .option("mode", "PERMISSIVE");
    }
}
