package io.lakewarden.benchmarks.validate.worker;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** The rows read and written to a Delta table as they are: what one pass costs that keeps every row. */
final class WriteVerifier implements Verifier {
    private final SparkSession session;
    private final Path table;
    private final Path copy;

    WriteVerifier(SparkSession session, Path table, Path folder) {
        this.session = session;
        this.table = table;
        this.copy = folder.resolve("copy");
    }

    @Override
    public SortedMap<String, Boolean> verify() {
        session.read()
                .parquet(table.toString())
                .write()
                .format("delta")
                .mode("overwrite")
                .save(copy.toString());
        return new TreeMap<>();
    }
}
