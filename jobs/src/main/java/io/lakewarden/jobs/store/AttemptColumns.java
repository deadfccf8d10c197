package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.lakewarden.result.Slice;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The columns that every data table starts with: whose row it is. */
final class AttemptColumns {
    static final List<String> PARTITION = List.of("monitor", "month");

    private AttemptColumns() {}

    static StructType schema() {
        return new StructType()
                .add("monitor", StringType, true, "name of the monitor")
                .add("month", StringType, true, "UTC month in which the run's window starts, yyyy-MM")
                .add("run_id", StringType, true, "the attempt that wrote the row; it counts once runs says so")
                .add("written_at", TimestampType, true, "when the attempt started to write")
                .add("window", WindowColumn.TYPE, true, "time range [start, end) that the row is about")
                .add("granularity", StringType, true, "length of the window, such as 1 month");
    }

    static StructType withSlice() {
        return schema().add("slice_key", StringType, true, "column or predicate of the slice; NULL for all rows")
                .add("slice_value", StringType, true, "value of the slice; NULL for all rows");
    }

    /** What rows are like that are about all rows of the data, and not about a slice. */
    static Column ofAllRows() {
        return col("slice_key").isNull();
    }

    /** How many rows of a table are so. */
    static long countOfAllRows(StructType schema, List<Row> rows) {
        if (!List.of(schema.fieldNames()).contains("slice_key")) {
            return rows.size();
        }
        int key = schema.fieldIndex("slice_key");
        return rows.stream().filter(row -> row.isNullAt(key)).count();
    }

    static TableRow row(StructType schema, RunFacts facts, Instant writtenAt) {
        return new TableRow(schema)
                .set("monitor", facts.monitor())
                .set("month", WindowColumn.month(facts.window()))
                .set("run_id", facts.runId())
                .set("written_at", writtenAt)
                .set("window", WindowColumn.of(facts.window()))
                .set("granularity", facts.granularity());
    }

    static TableRow row(StructType schema, RunFacts facts, Instant writtenAt, Slice slice) {
        TableRow row = row(schema, facts, writtenAt);
        return slice.equals(Slice.ALL) ? row : row.set("slice_key", slice.key()).set("slice_value", slice.value());
    }
}
