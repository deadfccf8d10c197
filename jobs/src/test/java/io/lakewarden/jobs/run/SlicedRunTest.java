package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.MonitoredTable.jobs;
import static io.lakewarden.jobs.run.MonitoredTable.report;
import static io.lakewarden.jobs.run.Orders.EMOJI;
import static io.lakewarden.jobs.run.Orders.MARKUP;
import static io.lakewarden.jobs.run.Orders.REGION;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportSlice;
import io.lakewarden.report.ReportSliceColumn;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.JobRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Runs with slices, on a real Delta table and a real store. */
class SlicedRunTest extends SlicedRunFixture {
    private static final List<String> RUN_DEPENDENT = List.of(
            "run_id",
            "reference_run_id",
            "written_at",
            "started_at",
            "finished_at",
            "committed_at",
            "reference_id",
            "configuration_digest",
            "input_fingerprint",
            "rows_written");

    @Test
    void tablesHoldExactCountsOfEverySliceThatAddUpToAllRows() throws IOException {
        MonitorConfig monitor = orders.monitor(SLICES);
        RunOutcome outcome = jobs().run(request(monitor, "store", 2));

        Map<Slice, Long> february = counted(2);
        assertThat(counts(
                        "store",
                        StoreTable.PROFILE_METRICS,
                        "count",
                        col("log_type").equalTo("INPUT")))
                .isEqualTo(february);
        assertThat(counts(
                        "store",
                        StoreTable.PROFILE_METRICS,
                        "count",
                        col("log_type").equalTo("BASELINE")))
                .isEqualTo(counted(1));
        for (String key : List.of(REGION, "express", "shop")) {
            assertThat(february.entrySet().stream()
                            .filter(count -> count.getKey().key().equals(key))
                            .mapToLong(Map.Entry::getValue)
                            .sum())
                    .as(key)
                    .isEqualTo(february.get(Slice.ALL));
        }
        Map<Slice, Long> deltas = new HashMap<>();
        february.forEach((slice, count) -> deltas.put(slice, count - counted(1).get(slice)));
        assertThat(counts(
                        "store",
                        StoreTable.DRIFT_METRICS,
                        "count_delta",
                        col("drift_type").equalTo("BASELINE")))
                .isEqualTo(deltas);
        assertThat(counts(
                        "store",
                        StoreTable.DRIFT_METRICS,
                        "count_delta",
                        col("drift_type").equalTo("CONSECUTIVE")))
                .containsOnlyKeys(Slice.ALL);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theMostFrequentValuesAreThoseOfTheReferenceWhateverComesLater() throws IOException {
        MonitorConfig monitor = orders.monitor("slices: {\"" + REGION + "\": 2}");
        jobs().run(request(monitor, "store", 2));
        jobs().run(request(monitor, "store", 3));

        Column march = col("log_type")
                .equalTo("INPUT")
                .and(col("window.start")
                        .equalTo(java.sql.Timestamp.from(Orders.month(3, 1).start())));
        assertThat(counts("store", StoreTable.PROFILE_METRICS, "count", march).keySet())
                .containsExactly(Slice.ALL, new Slice(REGION, "north"), new Slice(REGION, EMOJI), Slice.rest(REGION));
        assertThat(opened("store").runs("orders"))
                .extracting(run -> run.facts().inputs().referenceId())
                .as("one reference for both")
                .containsOnly(
                        opened("store").runs("orders").get(0).facts().inputs().referenceId());
    }

    @Test
    void aSliceThatDriftsIsToldButDoesNotFailTheRun() throws IOException {
        MonitorConfig monitor = orders.monitor("slices: {\"" + REGION + "\": [north, \"" + MARKUP + "\", atlantis]}\n"
                + "drift: {thresholds: {wasserstein_normalized: {fail: 1}, out_of_range_share: {warn: 0.5}}}");
        WindowOutcome april = jobs().run(request(monitor, "store", 4)).windows().get(0);

        assertThat(april.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(april.findings()).noneMatch(finding -> finding.status().isAlert());
        ReportDocument report = report(april);
        assertThat(report.verdict().status()).isEqualTo(Status.PASS);
        assertThat(report.slices())
                .extracting(ReportSlice::value)
                .containsExactly("north", MARKUP, "atlantis", Slice.REST);
        ReportSlice north = report.slices().get(0);
        assertThat(north.status()).isEqualTo(Status.PASS);
        assertThat(north.currentShare().number().orElseThrow()).isEqualTo(north.currentRows() / 700.0);
        assertThat(report.slices().get(1).columns())
                .singleElement()
                .satisfies(column -> assertThat(column.sentence()).startsWith("'amount' moved by "))
                .isEqualTo(new ReportSliceColumn(
                        "amount",
                        Status.FAIL,
                        Status.PASS,
                        report.slices().get(1).columns().get(0).sentence()));
        assertThat(report.slices().get(2).status()).isEqualTo(Status.ERROR);
        assertThat(report.slices().get(2).undecided())
                .hasValue("Nothing was compared: the reference has 0 rows and 30 are needed.");
        assertThat(Path.of(april.report().orElseThrow())).content().doesNotContain(MARKUP);
        assertThat(status("store", MARKUP, "amount")).containsExactly("FAIL");
        assertThat(status("store", "north", "amount")).containsExactly("PASS");
        assertThat(status("store", "atlantis", "amount")).containsExactly("ERROR");
    }

    @Test
    void aPredicatePartsTheRowsAndTheSlicesThatMovedMostStandFirst() throws IOException {
        MonitorConfig monitor = orders.monitor("slices: {\"" + REGION + "\": [north, \"" + MARKUP + "\"],"
                + " \"small & cheap <b>\": {where: \"shop = 0 AND amount < 10\"}}");
        WindowOutcome april = jobs().run(request(monitor, "store", 4)).windows().get(0);

        Slice cheap = new Slice("small & cheap <b>", "true");
        Map<Slice, Long> stored = counts(
                "store", StoreTable.PROFILE_METRICS, "count", col("log_type").equalTo("INPUT"));
        long expected = orders.table()
                .where("month(day) = 4 AND shop = 0 AND amount < 10")
                .count();
        assertThat(stored).containsEntry(cheap, expected).containsEntry(Slice.rest(cheap.key()), 700 - expected);
        ReportDocument report = report(april);
        assertThat(report.slices())
                .filteredOn(slice -> slice.key().equals(cheap.key()))
                .extracting(ReportSlice::value)
                .containsExactly("true", Slice.REST);
        assertThat(report.movedSlices()).first().satisfies(most -> {
            assertThat(most.value()).isEqualTo(MARKUP);
            assertThat(most.column()).isEqualTo("amount");
            assertThat(most.statistic()).isEqualTo("wasserstein_normalized");
            assertThat(most.adjusted()).isLessThan(0.01);
            assertThat(most.multiple()).isGreaterThan(1);
        });
        assertThat(report.movedSlices()).noneMatch(slice -> slice.value().equals("north"));
    }

    @Test
    void whatIsSaidOfAllRowsStaysWhatItIsWithoutSlices() throws Exception {
        MonitorConfig sliced = orders.monitor(SLICES);
        MonitorConfig plain = orders.monitor("");
        List<Integer> plainJobs = JobRecorder.stagesOfJobs(session, () -> jobs().run(request(plain, "plain", 2, 3, 4)));
        List<Integer> slicedJobs =
                JobRecorder.stagesOfJobs(session, () -> jobs().run(request(sliced, "sliced", 2, 3, 4)));

        assertThat(slicedJobs).hasSameSizeAs(plainJobs);
        for (StoreTable table : StoreTable.values()) {
            assertThat(ofAllRows("sliced", table)).as(table.tableName()).isEqualTo(ofAllRows("plain", table));
        }
        Window may = Orders.month(5, 1);
        assertThat(opened("sliced").trend("orders", "P1M", may, 9))
                .isNotEmpty()
                .isEqualTo(opened("plain").trend("orders", "P1M", may, 9));
        assertThat(opened("plain")
                        .view(StoreTable.PROFILES)
                        .where("slice_key IS NOT NULL")
                        .count())
                .isZero();
    }

    @Test
    void previousWindowsAreMergedSliceBySlice() throws IOException {
        MonitorConfig monitor = orders.monitor("previous: 2, pinned: 2026-01-01/2026-02-01", SLICES);
        jobs().run(request(monitor, "store", 4));

        Map<Slice, Long> expected = new HashMap<>();
        counted(4)
                .forEach((slice, count) -> expected.put(
                        slice, count - counted(2).get(slice) - counted(3).get(slice)));
        assertThat(counts(
                        "store",
                        StoreTable.DRIFT_METRICS,
                        "count_delta",
                        col("drift_type").equalTo("BASELINE")))
                .isEqualTo(expected);
    }

    @Test
    void aTableWithoutTimeIsSlicedToo() throws IOException {
        MonitorConfig monitor = orders.load(
                """
                monitor: orders
                source: {format: delta, path: table}
                reference: {where: "month(day) = 1"}
                current: {where: "month(day) = 2"}
                """
                        + SLICES);
        jobs().run(new RunRequest(
                monitor,
                List.of(Orders.month(2, 1)),
                folder.resolve("store").toString(),
                monitor.failOn(),
                Optional.empty(),
                ProfileOptions.NONE));

        assertThat(counts(
                        "store",
                        StoreTable.PROFILE_METRICS,
                        "count",
                        col("log_type").equalTo("INPUT")))
                .isEqualTo(counted(2));
    }

    private List<String> status(String store, String value, String column) {
        return opened(store)
                .view(StoreTable.DRIFT_METRICS)
                .where(col("slice_value").equalTo(value).and(col("column_name").equalTo(column)))
                .select("status")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<String> ofAllRows(String store, StoreTable table) {
        Dataset<Row> view = opened(store).view(table);
        boolean hasSlices = List.of(view.columns()).contains("slice_key");
        return (hasSlices ? view.where("slice_key IS NULL") : view)
                .drop(RUN_DEPENDENT.toArray(String[]::new)).toJSON().collectAsList().stream()
                        .map(row -> row.replaceAll("reference:\\p{XDigit}+", "reference"))
                        .sorted(Comparator.naturalOrder())
                        .toList();
    }
}
