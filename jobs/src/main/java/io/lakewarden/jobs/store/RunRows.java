package io.lakewarden.jobs.store;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.lakewarden.result.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table {@code runs}: one row for each committed attempt, never changed. */
final class RunRows {
    static final StructType SCHEMA = new StructType()
            .add("monitor", StringType, true, "name of the monitor")
            .add("month", StringType, true, "UTC month in which the run's window starts, yyyy-MM")
            .add("run_id", StringType, true, "the attempt")
            .add("kind", StringType, true, "WINDOW or REFERENCE")
            .add("subject", StringType, true, "what the run is the truth of: START/END of the window, or reference:ID")
            .add("window", WindowColumn.TYPE, true, "time range [start, end) covered")
            .add("granularity", StringType, true, "length of the window, such as 1 month")
            .add("configuration_digest", StringType, true, "digest of the effective configuration")
            .add("source_snapshot", StringType, true, "exact version of the source")
            .add("reference_id", StringType, true, "the reference compared with; for a REFERENCE run, itself")
            .add("reference_run_id", StringType, true, "the run that profiled the reference")
            .add("input_fingerprint", StringType, true, "digest of the profile states that went in")
            .add("status", StringType, true, "worst status found: PASS, WARN, FAIL, ERROR or SKIPPED")
            .add("exit_code", IntegerType, true, "exit code of the run")
            .add("started_at", TimestampType, true, "when the run started")
            .add("finished_at", TimestampType, true, "when the run had its result")
            .add("committed_at", TimestampType, true, "when the run became the truth of its subject")
            .add("version", StringType, true, "version of Lakewarden")
            .add("rows", LongType, true, "rows profiled")
            .add(
                    "rows_written",
                    DataTypes.createMapType(StringType, LongType),
                    true,
                    "rows that the run has in each data table, by the table's name");

    private RunRows() {}

    static Row of(RunFacts facts, Map<String, Long> rowsWritten, Instant committedAt) {
        RunInputs inputs = facts.inputs();
        return new TableRow(SCHEMA)
                .set("monitor", facts.monitor())
                .set("month", WindowColumn.month(facts.window()))
                .set("run_id", facts.runId())
                .set("kind", facts.kind().name())
                .set("subject", facts.subject())
                .set("window", WindowColumn.of(facts.window()))
                .set("granularity", facts.granularity())
                .set("configuration_digest", inputs.configurationDigest())
                .set("source_snapshot", inputs.sourceSnapshot())
                .set("reference_id", inputs.referenceId())
                .set("reference_run_id", inputs.referenceRunId())
                .set("input_fingerprint", inputs.fingerprint())
                .set("status", facts.status().name())
                .set("exit_code", facts.exitCode())
                .set("started_at", facts.startedAt())
                .set("finished_at", facts.finishedAt())
                .set("committed_at", committedAt)
                .set("version", facts.version())
                .set("rows", facts.rows())
                .set("rows_written", rowsWritten)
                .build();
    }

    static List<StoredRun> read(Dataset<Row> runs) {
        return runs.collectAsList().stream().map(RunRows::read).toList();
    }

    private static StoredRun read(Row row) {
        RunInputs inputs = new RunInputs(
                row.getAs("configuration_digest"),
                row.getAs("source_snapshot"),
                Optional.ofNullable(row.getAs("reference_id")),
                Optional.ofNullable(row.getAs("reference_run_id")),
                row.getAs("input_fingerprint"));
        RunFacts facts = new RunFacts(
                row.getAs("run_id"),
                RunKind.valueOf(row.getAs("kind")),
                row.getAs("monitor"),
                WindowColumn.read(row.getAs("window")),
                row.getAs("granularity"),
                inputs,
                Status.valueOf(row.getAs("status")),
                row.<Integer>getAs("exit_code"),
                row.getAs("started_at"),
                row.getAs("finished_at"),
                row.getAs("version"),
                row.<Long>getAs("rows"));
        return new StoredRun(facts, row.getAs("committed_at"), row.getJavaMap(row.fieldIndex("rows_written")));
    }
}
