package io.lakewarden.jobs.store;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code findings}. */
final class FindingRows {
    static final StructType SCHEMA = AttemptColumns.schema()
            .add("ordinal", IntegerType, true, "position in the run's list")
            .add("finding_key", StringType, true, "stable across windows: source/column/check")
            .add("source", StringType, true, "what judged, such as data-drift or schema")
            .add("column_name", StringType, true, "the column judged, or :table")
            .add("status", StringType, true, "PASS, WARN, FAIL, ERROR or SKIPPED")
            .add("observed", StringType, true, "what was seen")
            .add("expected", StringType, true, "what was expected")
            .add("sentence", StringType, true, "the whole fact");

    static final List<String> VALUE_COLUMNS = List.of(
            "run_id", "ordinal", "finding_key", "source", "column_name", "status", "observed", "expected", "sentence");

    private FindingRows() {}

    static List<Row> of(Attempt attempt, Instant writtenAt) {
        List<Row> rows = new ArrayList<>();
        for (Finding finding : attempt.findings()) {
            rows.add(AttemptColumns.row(SCHEMA, attempt.facts(), writtenAt)
                    .set("ordinal", rows.size())
                    .set("finding_key", finding.key())
                    .set("source", finding.source())
                    .set("column_name", finding.column())
                    .set("status", finding.status().name())
                    .set("observed", finding.observed())
                    .set("expected", finding.expected())
                    .set("sentence", finding.sentence())
                    .build());
        }
        return rows;
    }

    /** The findings of one run, in their order. */
    static List<Finding> read(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.<Integer>getAs("ordinal")))
                .map(FindingRows::read)
                .toList();
    }

    private static Finding read(Row row) {
        return new Finding(
                row.getAs("finding_key"),
                row.getAs("source"),
                row.getAs("column_name"),
                Status.valueOf(row.getAs("status")),
                row.getAs("observed"),
                row.getAs("expected"),
                row.getAs("sentence"));
    }
}
