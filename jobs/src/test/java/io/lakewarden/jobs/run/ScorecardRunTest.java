package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.report.ReportBin;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportScore;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Columns whose bins and points a scorecard gives. */
@ExtendWith(SparkExtension.class)
class ScorecardRunTest {
    private static final String JANUARY = "pinned: 2026-01-01/2026-02-01";

    private final Jobs jobs = MonitoredTable.jobs();

    @TempDir
    Path folder;

    @Test
    void bandsAndPointsAreCountedJudgedAndReported() throws IOException {
        Measurements measurements = Measurements.in(folder.resolve("data"));
        MonitorConfig config = measurements.monitor(
                JANUARY,
                "drift: {scorecards: {temperature: {bands: [18, 20, 22]},"
                        + " room: {points: {office: 10, hall: 30, shed: 5}}}}");

        RunOutcome outcome = jobs.run(measurements.request(config, folder.resolve("store"), 3));

        ReportDocument report = MonitoredTable.report(outcome.windows().get(0));
        ReportColumn temperature = column(report, "temperature");
        assertThat(temperature.bins())
                .extracting(ReportBin::label)
                .containsExactly("< 18", "[18, 20)", "[20, 22)", "≥ 22");
        assertThat(score(temperature, "population_stability_index").status()).isEqualTo(Status.FAIL);
        assertThat(score(temperature, "population_stability_index").fail()).hasValue(0.25);
        ReportColumn room = column(report, "room");
        assertThat(room.bins()).extracting(bin -> bin.points().orElseThrow()).containsExactly(10.0, 30.0);
        double summed = room.bins().stream()
                .mapToDouble(bin -> bin.weightedShift().number().orElseThrow())
                .sum();
        assertThat(((Known) score(room, "points_shift").value()).value())
                .isNotZero()
                .isCloseTo(summed, within(1e-12));
    }

    @Test
    void aScorecardThatSuitsNotItsColumnIsRefusedBeforeAnythingIsRead() throws IOException {
        Measurements measurements = Measurements.in(folder.resolve("data"));

        assertThatThrownBy(() -> jobs.run(measurements.request(
                        measurements.monitor(
                                JANUARY, "drift: {scorecards: {room: {bands: [1]}, temperature: {points: {warm: 1}}}}"),
                        folder.resolve("store"),
                        3)))
                .isInstanceOf(UserException.class)
                .hasMessage("drift.scorecards: column 'temperature' is double and read as numeric, but points by"
                        + " attribute are of texts and truth values; give bands, or name it under columns.categorical\n"
                        + "drift.scorecards: column 'room' is string and read as categorical, but bands are of numbers;"
                        + " give points by attribute");
        assertThatThrownBy(() -> jobs.run(measurements.request(
                        measurements.monitor(JANUARY, "drift: {scorecards: {rooms: {points: {hall: 1}}}}"),
                        folder.resolve("store"),
                        3)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("drift.scorecards: there is no column 'rooms'")
                .hasMessageContaining("did you mean 'room'?");
    }

    private static ReportColumn column(ReportDocument report, String name) {
        return report.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ReportScore score(ReportColumn column, String name) {
        return column.scores().stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
