package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.MonitoredTable.report;
import static io.lakewarden.jobs.run.Rides.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rides of nine weeks in Parquet, 200 a day, which on Sundays are half as long. In the last week there is an ordinary
 * Sunday, and a Wednesday that is like one.
 */
@ExtendWith(SparkExtension.class)
class SamePhaseRunTest {
    private static final LocalDate WEDNESDAY = START.plusDays(58);
    private static final LocalDate SUNDAY = START.plusDays(62);
    private static final String EIGHT_WEEKS = Rides.first(56);

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        Rides.write(
                spark,
                folder,
                63,
                200,
                "if(d % 7 = 6 OR d = 58, 10, 20) + pmod(hash(d, i), 1000) / 250D AS minutes",
                "if(pmod(hash(i, d), 10) < 3, 'member', 'guest') AS rider");
    }

    @Test
    void holdsADayAgainstTheSameWeekdayOfTheReference() throws IOException {
        MonitoredTable all = table(EIGHT_WEEKS, "");
        MonitoredTable same = table(EIGHT_WEEKS, "same: weekday, false_alarms: 1/year}\nslices: {rider: 2");

        // a Sunday differs from all days as Sundays do, and so does a Wednesday that is no Wednesday
        assertThat(minutes(all, SUNDAY).status().isAlert()).isTrue();
        assertThat(minutes(all, WEDNESDAY).status().isAlert()).isTrue();
        assertThat(minutes(same, SUNDAY).status()).isEqualTo(Status.PASS);
        assertThat(minutes(same, WEDNESDAY).status()).isEqualTo(Status.FAIL);

        WindowOutcome sunday = run(same, SUNDAY);
        assertThat(sunday.findings())
                .filteredOn(finding -> finding.key().endsWith("false_alarms"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .startsWith("1/year false alarms cannot be promised by 8 blocks of the reference")
                        .endsWith(" It covers 2 columns and 4 columns of 2 slices."));
        assertThat(sunday.findings()).noneMatch(finding -> finding.status() == Status.ERROR);
        ReportDocument report = report(sunday);
        assertThat(report.inputs().reference().orElseThrow().rows()).isEqualTo(8 * 200);
        assertThat(report.inputs().reference().orElseThrow().description())
                .isEqualTo("pinned range 2026-03-02/2026-04-27, only windows of the same weekday");
        assertThat(report.slices()).hasSize(2).allSatisfy(slice -> assertThat(slice.status())
                .isEqualTo(Status.PASS));
        assertThat(report.slices().stream()
                        .mapToLong(slice -> slice.referenceRows().orElseThrow())
                        .sum())
                .as("eight Sundays")
                .isEqualTo(8 * 200);
        assertThat(report(run(same, WEDNESDAY)).slices())
                .allSatisfy(slice -> assertThat(slice.status()).isEqualTo(Status.FAIL));
    }

    @Test
    void takesTheSameWeekdayFromTheWindowsBefore() throws IOException {
        String reference = "previous: 14, pinned: 2026-03-02/2026-03-09";
        assertThat(minutes(table(reference, "same: weekday"), SUNDAY).status()).isEqualTo(Status.PASS);
        assertThat(minutes(table(reference, ""), SUNDAY).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void saysHowManyWindowsAreMissing() throws IOException {
        WindowOutcome outcome = run(table("pinned: 2026-03-02/2026-03-12", "same: weekday"), SUNDAY);
        assertThat(outcome.findings())
                .filteredOn(finding -> finding.status() == Status.ERROR)
                .singleElement()
                .extracting(Finding::sentence)
                .isEqualTo(
                        "Nothing could be compared: the reference has 1 window of its own that is of the same weekday"
                                + " (Sunday), and at least 2 are needed.");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNDECIDABLE);
    }

    private static Finding minutes(MonitoredTable table, LocalDate day) {
        return run(table, day).findings().stream()
                .filter(finding -> finding.key().equals("data-drift/minutes/wasserstein_normalized"))
                .findFirst()
                .orElseThrow();
    }

    private static WindowOutcome run(MonitoredTable table, LocalDate day) {
        return table.run(day + "/" + day.plusDays(1), ProfileOptions.NONE)
                .windows()
                .get(0);
    }

    private MonitoredTable table(String reference, String drift) throws IOException {
        String name = Integer.toHexString((reference + drift).hashCode());
        MonitorConfig monitor = Rides.monitor(folder, reference, "drift: {" + drift + "}");
        return new MonitoredTable(session, monitor, folder.resolve("store-" + name));
    }
}
