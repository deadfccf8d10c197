package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What an earlier run of a window wrote into {@code drift_metrics} that only rows of the source tell, for a run that does not read
 * them: its comparison with another source, and numbers of samples.
 */
public final class KeptDrift {
    /** Nothing. */
    public static final KeptDrift NONE = new KeptDrift(List.of(), Map.of());

    /** What it is read from: bins are most of a row, and those against the reference are not kept. */
    static final List<String> COLUMNS = Stream.of(DriftMetricRows.SCHEMA.fieldNames())
            .map(column -> column.equals("bins")
                    ? "if(drift_type = '" + DriftType.SKEW.name() + "', bins, NULL) AS bins"
                    : column)
            .toList();

    private static final String NUMBERS = "metrics";

    private final List<Row> skew;
    private final Map<String, Map<String, MetricValue>> numbers;

    private KeptDrift(List<Row> skew, Map<String, Map<String, MetricValue>> numbers) {
        this.skew = skew;
        this.numbers = numbers;
    }

    /** The rows that it is read from. */
    static Column condition() {
        return AttemptColumns.ofAllRows().and(col("drift_type").isin(DriftType.SKEW.name(), DriftType.BASELINE.name()));
    }

    /**
     * Of the rows of one run.
     *
     * @param keepsSkew whether the comparison with another source is kept
     * @param chosen which numbers against the reference are
     */
    static KeptDrift of(List<Row> rows, boolean keepsSkew, Predicate<String> chosen) {
        List<Row> skew = new ArrayList<>();
        Map<String, Map<String, MetricValue>> numbers = new HashMap<>();
        for (Row row : rows) {
            if (!row.getAs("drift_type").equals(DriftType.BASELINE.name())) {
                if (keepsSkew) {
                    skew.add(row);
                }
                continue;
            }
            Map<String, MetricValue> ofColumn = new HashMap<>();
            for (String name :
                    row.<String, Double>getJavaMap(row.fieldIndex(NUMBERS)).keySet()) {
                if (chosen.test(name)) {
                    ofColumn.put(name, MetricColumns.read(row, name));
                }
            }
            numbers.put(row.getAs("column_name"), ofColumn);
        }
        return new KeptDrift(skew, numbers);
    }

    /** The rows of the comparison with another source, as those of the run that keeps them. */
    List<Row> rows(RunFacts facts, Instant writtenAt) {
        return skew.stream()
                .map(row -> new TableRow(DriftMetricRows.SCHEMA, row)
                        .set("run_id", facts.runId())
                        .set("written_at", writtenAt)
                        .build())
                .toList();
    }

    /** Adds the numbers of a column that the run at hand does not know. */
    void complete(String column, Map<String, MetricValue> measured) {
        numbers.getOrDefault(column, Map.of()).forEach((name, value) -> {
            if (!(measured.get(name) instanceof Known)) {
                measured.put(name, value);
            }
        });
    }
}
