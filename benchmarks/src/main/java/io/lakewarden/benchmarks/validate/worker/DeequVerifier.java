package io.lakewarden.benchmarks.validate.worker;

import com.amazon.deequ.VerificationSuite;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/** Deequ's own suite over all checks. */
final class DeequVerifier implements Verifier {
    private final SparkSession session;
    private final Path table;

    DeequVerifier(SparkSession session, Path table) {
        this.session = session;
        this.table = table;
    }

    @Override
    public SortedMap<String, Boolean> verify() {
        return Verdicts.of(new VerificationSuite()
                .onData(session.read().parquet(table.toString()))
                .addChecks(JavaConverters.asScalaBuffer(DeequChecks.all()))
                .run());
    }
}
