package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.jobs.store.StoreSnapshot;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportJson;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs of one window at the same time, of a table so wide that its report has side files. */
@ExtendWith(SparkExtension.class)
class SimultaneousRunsTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";
    private static final Pattern SIDE = Pattern.compile("report_files/(columns-[0-9a-f-]+\\.html)#");

    @TempDir
    Path folder;

    private SparkSession session;
    private MonitorConfig monitor;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        String features = IntStream.range(0, 125)
                .mapToObj(column -> "double((id * " + (column + 1) + ") % 17) as f" + column)
                .collect(Collectors.joining(", "));
        session.sql("SELECT if(id < 60, date'2026-01-05', date'2026-02-05') as day, " + features
                        + " FROM range(0, 120, 1, 1)")
                .write()
                .parquet(folder.resolve("table").toString());
        monitor = WrittenMonitor.load(
                folder,
                """
                monitor: wide
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                """);
    }

    private MonitoredTable table(String store) {
        return new MonitoredTable(session, monitor, folder.resolve(store));
    }

    private static String run(MonitoredTable table, StoreListener listener) {
        return MonitoredTable.jobs(listener)
                .run(table.request(FEBRUARY, ProfileOptions.NONE))
                .windows()
                .get(0)
                .runId();
    }

    @Test
    void theReportIsThatOfTheRunThatCommittedLast() throws IOException {
        MonitoredTable table = table("store");
        StringBuilder inner = new StringBuilder();

        String replaced =
                run(table, at(StoreListener.SUPERSEDED, () -> inner.append(run(table, StoreListener.SILENT))));
        assertThat(replaced).isNotEqualTo(inner.toString());
        assertFilesAreOf(table, inner.toString());

        String last = run(table, at(StoreListener.BEFORE_RUNS, () -> run(table, StoreListener.SILENT)));
        assertFilesAreOf(table, last);
    }

    private static StoreListener at(String step, Runnable action) {
        return heard -> {
            if (heard.equals(step)) {
                action.run();
            }
        };
    }

    @Test
    void twoAtOnceLeaveWhatOneLeaves() throws IOException {
        run(table("alone"), StoreListener.SILENT);
        MonitoredTable table = table("together");
        CyclicBarrier barrier = new CyclicBarrier(2);
        Set<String> met = Set.of(StoreListener.BEFORE_RUNS, StoreTable.RUNS.tableName(), StoreListener.SUPERSEDED);
        StoreListener meeting = step -> {
            if (met.contains(step)) {
                await(barrier);
            }
        };

        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> run(table, meeting));
        String mine = run(table, meeting);
        String theirs = other.join();

        assertThat(StoreSnapshot.of(table.open())
                        .differences(StoreSnapshot.of(table("alone").open())))
                .isEmpty();
        for (StoreTable data : StoreTable.data()) {
            assertThat(session.read()
                            .format("delta")
                            .load(table.store().resolve(data.tableName()).toString())
                            .select("run_id")
                            .distinct()
                            .count())
                    .as(data.tableName())
                    .isLessThanOrEqualTo(2);
        }
        String truth =
                table.open().run("wide", Window.parse(FEBRUARY)).orElseThrow().runId();
        assertThat(truth).isIn(mine, theirs);
        assertFilesAreOf(table, truth);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(5, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new IllegalStateException("the other run did not come", e);
        }
    }

    /** The files of the window are all of one run, and the page leads to the side files that are there and to no others. */
    private static void assertFilesAreOf(MonitoredTable table, String runId) throws IOException {
        Path report = table.store().resolve("_reports/wide/2026-02-01_2026-03-01");
        assertThat(ReportJson.read(Files.readString(report.resolve("report.json")))
                        .header()
                        .runId())
                .isEqualTo(runId);
        String page = Files.readString(report.resolve("report.html"));
        assertThat(page).contains(runId);
        Set<String> linked =
                SIDE.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());
        Set<String> names = linked.stream()
                .map(link -> link.substring(link.indexOf('/') + 1, link.indexOf('#')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isNotEmpty();
        try (Stream<Path> sides = Files.list(report.resolve("report_files"))) {
            assertThat(sides.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
        for (String name : names) {
            assertThat(report.resolve("report_files").resolve(name)).content().contains(runId);
        }
        assertThat(table.store().resolve("_status/wide/2026-02-01_2026-03-01/run-status.json"))
                .content()
                .contains("\"run_id\" : \"" + runId + "\"");
    }
}
