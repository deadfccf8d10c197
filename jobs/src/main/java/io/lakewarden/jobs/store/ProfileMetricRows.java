package io.lakewarden.jobs.store;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.FrequentValue;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code profile_metrics}: one row for each column of all rows and of each slice, and one for each of them as a
 * table. Columns that Databricks
 * Lakehouse Monitoring has too come with its names and meanings.
 */
final class ProfileMetricRows {
    static final StructType SCHEMA = MetricColumns.withMaps(AttemptColumns.withSlice()
            .add("column_name", StringType, true, "path of the column, or :table for the whole table")
            .add("ordinal", IntegerType, true, "position of the column; NULL for the whole table")
            .add("log_type", StringType, true, "INPUT for a window, BASELINE for a reference")
            .add("source_snapshot", StringType, true, "exact version of the source")
            .add("data_type", StringType, true, "type in the source")
            .add("column_kind", StringType, true, "how the column is profiled, such as numeric")
            .add("binning_id", StringType, true, "the frozen bins that were counted with it")
            .add("count", LongType, true, "cells, nulls included; rows for the whole table")
            .add("num_nulls", LongType, true, "null cells")
            .add("percent_null", DoubleType, true, "null cells in percent of all, 0 to 100")
            .add("num_nan", LongType, true, "cells that are NaN")
            .add("percent_nan", DoubleType, true, "NaN cells in percent of all, 0 to 100")
            .add("num_zeros", LongType, true, "cells that are 0")
            .add("percent_zeros", DoubleType, true, "zeros in percent of all, 0 to 100")
            .add("min", DoubleType, true, "least finite value; of a time, in seconds since 1970 UTC")
            .add("max", DoubleType, true, "greatest finite value; of a time, in seconds since 1970 UTC")
            .add("avg", DoubleType, true, "mean of the finite values")
            .add("stddev", DoubleType, true, "sample standard deviation of the finite values")
            .add("skewness", DoubleType, true, "skewness of the finite values")
            .add("kurtosis", DoubleType, true, "excess kurtosis of the finite values")
            .add("median", DoubleType, true, "median of the finite values")
            .add(
                    "quantiles",
                    DataTypes.createArrayType(DoubleType),
                    true,
                    "1,000 quantiles of the finite values, in steps of 0.1 percent from 0.1 percent on")
            .add("distinct_count", LongType, true, "distinct present values")
            .add("percent_distinct", DoubleType, true, "distinct values in percent of all cells, 0 to 100")
            .add("min_length", DoubleType, true, "shortest text, in code points")
            .add("avg_length", DoubleType, true, "mean length of the texts, in code points")
            .add("max_length", DoubleType, true, "longest text, in code points")
            .add(
                    "frequent_items",
                    DataTypes.createArrayType(new StructType()
                            .add("item", StringType)
                            .add("count", LongType)
                            .add("count_upper", LongType)),
                    true,
                    "most frequent values; each stands at least count and at most count_upper times")
            .add(
                    "non_null_columns",
                    DataTypes.createArrayType(StringType),
                    true,
                    "for the whole table: columns with a value that is not null"));

    private static final int QUANTILES = 1000;
    private static final int FREQUENT_ITEMS = 20;
    private static final MetricColumns METRICS = new MetricColumns(SCHEMA);

    private ProfileMetricRows() {}

    static List<Row> of(Attempt attempt, Instant writtenAt) {
        List<Row> rows = new ArrayList<>();
        attempt.profile().all().forEach(profile -> add(rows, attempt.facts(), writtenAt, profile));
        return rows;
    }

    private static void add(List<Row> rows, RunFacts facts, Instant writtenAt, DatasetProfile profile) {
        TableRow shared = AttemptColumns.row(SCHEMA, facts, writtenAt, profile.slice())
                .set("log_type", facts.kind() == RunKind.REFERENCE ? "BASELINE" : "INPUT")
                .set("source_snapshot", facts.inputs().sourceSnapshot());
        rows.add(table(shared.copy(), profile));
        int ordinal = 0;
        for (ColumnProfile column : profile.columns().values()) {
            rows.add(column(shared.copy().set("ordinal", ordinal++), column));
        }
    }

    private static Row table(TableRow row, DatasetProfile profile) {
        METRICS.set(row, Map.of("count", MetricValue.exactly((double) profile.rows())));
        return row.set("column_name", Finding.TABLE)
                .set("non_null_columns", ProfileMetrics.nonNullColumns(profile))
                .build();
    }

    private static Row column(TableRow row, ColumnProfile column) {
        METRICS.set(row, ProfileMetrics.of(column));
        row.set("column_name", column.name())
                .set("data_type", column.type())
                .set("column_kind", Names.of(column.kind()))
                .set("binning_id", column.bins().map(BinCounts::binning).map(binning -> binning.id()));
        if (column instanceof NumericProfile numeric) {
            row.set("quantiles", quantiles(numeric)).set("frequent_items", items(numeric.topValues(FREQUENT_ITEMS)));
        } else if (column instanceof CategoricalProfile categorical) {
            row.set("frequent_items", items(categorical.topValues(FREQUENT_ITEMS)));
        }
        return row.build();
    }

    private static List<Double> quantiles(NumericProfile column) {
        List<Double> quantiles = QuantileGrid.of(column.ecdf(), QUANTILES);
        return quantiles.isEmpty() ? null : quantiles;
    }

    private static List<Row> items(List<FrequentValue> values) {
        return values.stream()
                .map(value -> RowFactory.create(value.value(), value.lower(), value.upper()))
                .toList();
    }
}
