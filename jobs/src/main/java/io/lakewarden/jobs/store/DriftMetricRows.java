package io.lakewarden.jobs.store;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lakewarden.drift.Bin;
import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.drift.DriftedColumns;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code drift_metrics}: one row for each comparison and column, and one for the table. Slices are compared
 * with the same slice of the reference, all rows with those of the window before too. Columns that Databricks
 * Lakehouse Monitoring has too come with its names and meanings.
 */
final class DriftMetricRows {
    private static final StructType TEST =
            new StructType().add("statistic", DoubleType).add("pvalue", DoubleType);

    private static final StructType BIN = new StructType()
            .add("label", StringType)
            .add("kind", StringType)
            .add("reference", LongType)
            .add("current", LongType)
            .add("reference_share", DoubleType)
            .add("current_share", DoubleType)
            .add("psi_contribution", DoubleType);

    static final StructType SCHEMA = MetricColumns.withMaps(AttemptColumns.withSlice()
            .add("column_name", StringType, true, "path of the column, or :table for the whole table")
            .add("ordinal", IntegerType, true, "position of the column; NULL for the whole table")
            .add("data_type", StringType, true, "type in the source")
            .add("column_kind", StringType, true, "how the column is profiled, such as numeric")
            .add("column_role", StringType, true, "what the column means to the model, such as feature")
            .add(
                    "drift_type",
                    StringType,
                    true,
                    "BASELINE against the reference, CONSECUTIVE against an earlier window, SKEW against another source")
            .add("window_cmp", WindowColumn.TYPE, true, "time range [start, end) compared with")
            .add("reference_id", StringType, true, "the reference compared with; NULL where drift is no BASELINE")
            .add("binning_id", StringType, true, "the frozen bins; rows of different ids never join to one trend")
            .add("status", StringType, true, "judgement of the column: PASS, WARN, FAIL, ERROR or SKIPPED")
            .add("count_delta", LongType, true, "count, current less compared")
            .add("avg_delta", DoubleType, true, "avg, current less compared")
            .add("percent_null_delta", DoubleType, true, "percent_null, current less compared, in points")
            .add("percent_zeros_delta", DoubleType, true, "percent_zeros, current less compared, in points")
            .add("percent_distinct_delta", DoubleType, true, "percent_distinct, current less compared, in points")
            .add(
                    "non_null_columns_delta",
                    new StructType().add("added", IntegerType).add("missing", IntegerType),
                    true,
                    "for the whole table: columns that gained their first values, or lost all")
            .add("population_stability_index", DoubleType, true, "PSI over the bin table")
            .add("js_distance", DoubleType, true, "Jensen-Shannon distance, base 2, 0 to 1")
            .add("hellinger_distance", DoubleType, true, "Hellinger distance, 0 to 1")
            .add("tv_distance", DoubleType, true, "total variation distance, 0 to 1")
            .add("l_infinity_distance", DoubleType, true, "largest difference of a bin's shares, 0 to 1")
            .add("kl_divergence", DoubleType, true, "Kullback-Leibler divergence")
            .add("wasserstein_distance", DoubleType, true, "earth mover's distance, in the column's unit")
            .add("wasserstein_normalized", DoubleType, true, "the same in standard deviations of the reference")
            .add("ks_test", TEST, true, "two-sample Kolmogorov-Smirnov; pvalue NULL where sketches blur it")
            .add("ks_lower_bound", DoubleType, true, "largest difference of the distributions at the frozen edges")
            .add("chi_squared_test", TEST, true, "two-sample chi-squared over the bin table")
            .add("cramers_v", DoubleType, true, "effect size of the chi-squared test, 0 to 1")
            .add("new_category_share", DoubleType, true, "share of values that the reference does not have")
            .add("out_of_range_share", DoubleType, true, "share of values outside the reference's range")
            .add("bins", DataTypes.createArrayType(BIN), true, "counts of both sides, and each bin's part of the PSI"));

    /** What {@link #trend} reads. */
    static final List<String> TREND_COLUMNS = List.of(
            "run_id",
            "drift_type",
            "ordinal",
            "column_name",
            "status",
            "binning_id",
            "population_stability_index",
            "bounds",
            "unknown_reasons");

    private static final List<String> DELTAS =
            List.of("count", "avg", "percent_null", "percent_zeros", "percent_distinct");
    private static final List<String> TESTS = List.of("ks_test", "chi_squared_test");
    private static final MetricColumns METRICS = new MetricColumns(SCHEMA);

    private DriftMetricRows() {}

    static List<Row> of(Attempt attempt, Instant writtenAt) {
        List<Row> rows = new ArrayList<>();
        for (Comparison comparison : attempt.comparisons()) {
            TableRow shared = AttemptColumns.row(SCHEMA, attempt.facts(), writtenAt, comparison.slice())
                    .set("drift_type", comparison.type().name())
                    .set("window_cmp", WindowColumn.of(comparison.reference().window()));
            KeptDrift kept = KeptDrift.NONE;
            if (comparison.type() == DriftType.BASELINE) {
                kept = comparison.ofAllRows() ? attempt.kept() : KeptDrift.NONE;
                shared.set("reference_id", attempt.facts().inputs().referenceId());
            }
            rows.add(table(shared.copy(), comparison, kept));
            int ordinal = 0;
            for (ColumnDrift drift : comparison.drift().columns()) {
                rows.add(column(shared.copy().set("ordinal", ordinal++), drift, comparison, kept));
            }
        }
        rows.addAll(attempt.kept().rows(attempt.facts(), writtenAt));
        return rows;
    }

    private static Row table(TableRow row, Comparison comparison, KeptDrift kept) {
        DatasetProfile reference = comparison.reference();
        DatasetProfile current = comparison.current();
        Map<String, MetricValue> numbers = new LinkedHashMap<>(comparison.numbers());
        numbers.put(DriftedColumns.NAME, DriftedColumns.of(comparison.drift()).share());
        kept.complete(Finding.TABLE, numbers);
        METRICS.set(row, numbers);
        Set<String> before = Set.copyOf(ProfileMetrics.nonNullColumns(reference));
        Set<String> after = Set.copyOf(ProfileMetrics.nonNullColumns(current));
        return row.set("column_name", Finding.TABLE)
                .set("count_delta", current.rows() - reference.rows())
                .set(
                        "non_null_columns_delta",
                        RowFactory.create(sizeOfDifference(after, before), sizeOfDifference(before, after)))
                .build();
    }

    private static Row column(TableRow row, ColumnDrift drift, Comparison comparison, KeptDrift kept) {
        Optional<ColumnProfile> before = comparison.reference().column(drift.column());
        Optional<ColumnProfile> after = comparison.current().column(drift.column());
        Map<String, MetricValue> numbers =
                new TreeMap<>(comparison.columnNumbers().getOrDefault(drift.column(), Map.of()));
        drift.scores().forEach((name, score) -> {
            numbers.put(name, score.value());
            score.details().forEach((detail, value) -> numbers.put(name + "." + detail, value));
        });
        if (before.isPresent() && after.isPresent()) {
            deltas(before.get(), after.get()).forEach(numbers::putIfAbsent);
        }
        kept.complete(drift.column(), numbers);
        METRICS.set(row, numbers);
        TESTS.forEach(test ->
                row.set(test, Optional.ofNullable(drift.scores().get(test)).flatMap(DriftMetricRows::test)));
        return row.set("column_name", drift.column())
                .set("data_type", after.or(() -> before).map(ColumnProfile::type))
                .set("column_kind", Names.of(drift.kind()))
                .set("column_role", Names.of(drift.role()))
                .set("status", drift.status().name())
                .set("binning_id", after.flatMap(ColumnProfile::bins).map(bins -> bins.binning()
                        .id()))
                .set("bins", drift.bins().map(table -> table.bins().stream()
                        .map(DriftMetricRows::bin)
                        .toList()))
                .build();
    }

    private static Map<String, MetricValue> deltas(ColumnProfile reference, ColumnProfile current) {
        Map<String, MetricValue> before = ProfileMetrics.of(reference);
        Map<String, MetricValue> after = ProfileMetrics.of(current);
        Map<String, MetricValue> deltas = new TreeMap<>();
        for (String name : DELTAS) {
            MetricValue old = before.get(name);
            MetricValue now = after.get(name);
            if (old instanceof Known earlier && now instanceof Known later) {
                deltas.put(name + "_delta", difference(earlier, later));
            } else if (old instanceof Unknown || now instanceof Unknown) {
                deltas.put(name + "_delta", now instanceof Unknown ? now : old);
            }
        }
        return deltas;
    }

    private static MetricValue difference(Known earlier, Known later) {
        double value = later.value() - earlier.value();
        double lower = later.lower() - earlier.upper();
        double upper = later.upper() - earlier.lower();
        return Double.isFinite(lower) && Double.isFinite(upper)
                ? MetricValue.between(value, lower, upper)
                : MetricValue.unknown("the numbers are too large to compare");
    }

    private static Optional<Row> test(DriftScore score) {
        return score.value().number().stream()
                .mapToObj(statistic ->
                        RowFactory.create(statistic, boxed(score.pValue().number())))
                .findFirst();
    }

    private static Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Row bin(Bin bin) {
        return RowFactory.create(
                bin.label(),
                Names.of(bin.kind()),
                bin.reference(),
                bin.current(),
                bin.referenceShare(),
                bin.currentShare(),
                bin.psiContribution());
    }

    private static int sizeOfDifference(Set<String> these, Set<String> others) {
        return (int) these.stream().filter(name -> !others.contains(name)).count();
    }

    /** The points of one run's comparison with the reference, in the order of its columns. */
    static List<TrendPoint> trend(Window window, List<Row> rows) {
        return rows.stream()
                .filter(row ->
                        DriftType.BASELINE.name().equals(row.getAs("drift_type")) && row.getAs("ordinal") != null)
                .sorted(Comparator.comparing(row -> row.<Integer>getAs("ordinal")))
                .map(row -> new TrendPoint(
                        window,
                        row.getAs("column_name"),
                        MetricColumns.read(row, "population_stability_index"),
                        Status.valueOf(row.getAs("status")),
                        Optional.ofNullable(row.getAs("binning_id"))))
                .toList();
    }
}
