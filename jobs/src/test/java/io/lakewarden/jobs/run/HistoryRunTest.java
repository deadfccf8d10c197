package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.report.ReportHistory;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Orders of five weeks, about 100 a day and 20 on Sundays, in a table with a column of a hostile name. */
@ExtendWith(SparkExtension.class)
class HistoryRunTest {
    /** A Monday; the reference is the week before. */
    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    /** The column a.`b`<i>, as a path. */
    private static final String NASTY = "`a.``b``<i>`";

    private static final String TABLE = "history/:table/";
    private static final String CHECKS =
            """
            history:
              - {metric: rows, strategy: relative_change, max_decrease: 0.5, severity: warn}
              - {metric: rows, strategy: batch_normal, same_weekday: true, minimum: 2}
              - {metric: rows, strategy: batch_normal, minimum: 30, message: "Look at <b>it</b>."}
              - {metric: rows, strategy: holt_winters, severity: warn}
              - {metric: avg, column: "`a.``b``<i>`", strategy: batch_normal}
              - {metric: population_stability_index, column: amount, strategy: range, max: 50}
              - {metric: percent_zeros, column: amount, strategy: absolute_change, max_increase: 90}
            """;

    @TempDir
    Path folder;

    private MonitoredTable orders;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        write(spark, "d BETWEEN -7 AND 27 AND i <= if(pmod(d, 7) = 6, 20 + pmod(d, 2), 100 + pmod(d, 3))");
        orders = new MonitoredTable(spark, monitor(CHECKS), folder.resolve("store"));
    }

    /** Appends those of 200 rows of each day that meet a condition on the day's number {@code d} and the row's {@code i}. */
    private void write(SparkSession spark, String condition) {
        spark.range(0, 40 * 200, 1, 1)
                .selectExpr("cast(id / 200 as int) - 7 as d", "id % 200 + 1 as i")
                .where(condition)
                .selectExpr(
                        "date_add(date'" + START + "', d) as day",
                        "double(i % 50) as amount",
                        "5 + pmod(d, 4) / 10D as `a.``b``<i>`")
                .coalesce(1)
                .write()
                .mode(SaveMode.Append)
                .parquet(folder.resolve("table").toString());
    }

    private MonitorConfig monitor(String history) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: orders
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1D
                reference: {pinned: 2026-02-23/2026-03-02}
                """
                        + history);
    }

    @Test
    void daysAreHeldAgainstEarlierDays(SparkSession spark) throws IOException {
        orders.profile(days(0, 20), ProfileOptions.NONE);
        RunOutcome outcome = orders.run(days(20, 22), ProfileOptions.NONE);

        Map<String, Finding> sunday = history(outcome.windows().get(0).findings());
        assertThat(sunday.get(TABLE + "rows.relative_change.warn").status()).isEqualTo(Status.WARN);
        assertThat(sunday.get(TABLE + "rows.batch_normal.same_weekday.fail").status())
                .isEqualTo(Status.PASS);
        assertThat(sunday.get(TABLE + "rows.batch_normal.fail"))
                .isEqualTo(Finding.of(
                        "history",
                        Finding.TABLE,
                        "rows.batch_normal.fail",
                        Status.SKIPPED,
                        "20",
                        "30 earlier windows",
                        "The number of rows was not held against its history: batch_normal needs 30 earlier windows,"
                                + " there are 20. Look at <b>it</b>."));
        assertThat(sunday.get("history/" + NASTY + "/avg.batch_normal.fail").status())
                .isEqualTo(Status.PASS);
        Map<String, Finding> monday = history(outcome.windows().get(1).findings());
        assertThat(monday.get("history/amount/population_stability_index.range.fail")
                        .status())
                .isEqualTo(Status.PASS);
        assertThat(monday.get("history/amount/percent_zeros.absolute_change.fail")
                        .observed())
                .isEqualTo("2");
        assertThat(monday.get(TABLE + "rows.batch_normal.fail").sentence()).contains("there are 21.");
        assertThat(outcome.windows().get(0).exitCode()).isEqualTo(ExitCode.UNDECIDABLE);

        Map<String, ReportHistory> report = report(20);
        ReportHistory sundays = report.get("rows.batch_normal.true");
        assertThat(sundays.points())
                .extracting(point -> point.value())
                .containsExactly(MetricValue.exactly(20), MetricValue.exactly(21), MetricValue.exactly(20));
        assertThat(sundays.low().orElseThrow()).isCloseTo(20.5 - 3 * Math.sqrt(0.5), within(1e-12));
        assertThat(sundays.high().orElseThrow()).isCloseTo(20.5 + 3 * Math.sqrt(0.5), within(1e-12));
        ReportHistory season = report.get("rows.holt_winters.false");
        assertThat(season.points()).hasSize(21);
        assertThat((season.low().orElseThrow() + season.high().orElseThrow()) / 2)
                .isBetween(5.0, 35.0);
        assertThat(history(orders.run(days(20, 22), ProfileOptions.NONE)
                        .windows()
                        .get(1)
                        .findings()))
                .isEqualTo(monday);

        // A window that comes late is held against those before it.
        assertThat(history(jobs(days(10, 11)).findings())
                        .get(TABLE + "rows.batch_normal.fail")
                        .sentence())
                .contains("there are 10.");
        assertThat(stored(20)).isEqualTo(sunday);

        // The Sunday before turns out to have been a busy one: this Sunday is judged again, as if that had been known.
        write(spark, "d = 13 AND i BETWEEN 22 AND 81");
        orders.run(days(13, 14), ProfileOptions.NONE);
        assertThat(stored(20).get(TABLE + "rows.batch_normal.same_weekday.fail").expected())
                .isEqualTo("-78.9 to 180");
        assertThat(stored(20)).isEqualTo(history(jobs(days(20, 21)).findings()));
        assertThat(report(20).get("rows.batch_normal.true").high().orElseThrow())
                .isGreaterThan(170);
    }

    @Test
    void aWindowWithoutRowsHasNone() throws IOException {
        MonitorConfig monitor = monitor("history: {metric: rows, strategy: range, min: 1}\n");
        WindowOutcome empty = orders.with(monitor)
                .run(days(60, 61), ProfileOptions.NONE)
                .windows()
                .get(0);
        assertThat(history(empty.findings()).get(TABLE + "rows.range.fail").sentence())
                .isEqualTo("The number of rows is 0; expected was at least 1, by range.");
        assertThat(empty.exitCode()).isEqualTo(ExitCode.FINDINGS);
        MonitorConfig misspelt = monitor("history: {metric: avg, column: amuont, strategy: batch_normal}\n");
        assertThatThrownBy(() -> orders.with(misspelt).run(days(1, 2), ProfileOptions.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("history: there is no column 'amuont'");
    }

    /** Judges from stored profiles. */
    private WindowOutcome jobs(String range) {
        return orders.drift(range).windows().get(0);
    }

    private Map<String, Finding> stored(int day) {
        Window window = Window.ofDay(START.plusDays(day));
        return history(orders.open().findings("orders", List.of(window)).get(window));
    }

    private static Map<String, Finding> history(List<Finding> findings) {
        return findings.stream()
                .filter(it -> it.source().equals("history"))
                .collect(Collectors.toMap(Finding::key, Function.identity()));
    }

    private Map<String, ReportHistory> report(int day) throws IOException {
        return orders.storedReport(days(day, day + 1)).history().stream()
                .collect(Collectors.toMap(
                        it -> it.metric() + "." + it.strategy() + "." + it.sameWeekday(), Function.identity()));
    }

    private static String days(int from, int to) {
        return START.plusDays(from) + "/" + START.plusDays(to);
    }
}
