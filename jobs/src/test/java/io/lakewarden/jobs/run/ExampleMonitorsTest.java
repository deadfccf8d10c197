package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.ReportSlice;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The monitors under examples/, from their files to their reports, held against what SciPy and pandas say. */
@Tag("real-data")
@ExtendWith(SparkExtension.class)
class ExampleMonitorsTest {
    private static final Path ROOT = Path.of(System.getProperty("lakewarden.root"));
    private static final Path DATA = ROOT.resolve("../shared/data");

    @TempDir
    Path folder;

    /** The parameter makes sure that the shared session is the one that the jobs find. */
    @BeforeEach
    void requireData(SparkSession session) {
        assumeTrue(Files.isDirectory(DATA), "real data folder ../shared/data is absent");
    }

    @Test
    void aYearOfBikeRentalsAgainstTheYearBefore() throws IOException {
        ReportDocument report = run("bike-sharing-year.yaml", "2012-01-01/2013-01-01");

        JsonNode truth = new ObjectMapper()
                .readTree(DATA.resolve("truth/bike_sharing.json").toFile())
                .path("drift");
        // Ten bins of the same quantiles, counted exactly; the smoothing of empty bins is all that differs.
        for (String column : List.of("registered", "cnt", "casual")) {
            assertThat(score(report, column, "population_stability_index"))
                    .as(column)
                    .isCloseTo(truth.at("/" + column + "/psi10/psi").doubleValue(), within(0.002));
            assertThat(score(report, column, "wasserstein_normalized"))
                    .as(column)
                    .isCloseTo(truth.at("/" + column + "/wasserstein_norm").doubleValue(), within(1e-9));
        }
        assertThat(alerted(report))
                .contains("registered", "cnt", "casual")
                .doesNotContain("weekday", "hr", "windspeed", "season", "holiday");
        assertThat(report.slices())
                .extracting(
                        slice -> slice.key() + " " + slice.value(),
                        slice -> slice.referenceRows().orElseThrow(),
                        ReportSlice::currentRows)
                .containsExactly(
                        tuple("weathersit 1", 5_645L, 5_768L),
                        tuple("weathersit 2", 2_218L, 2_326L),
                        tuple("weathersit 3", 781L, 638L),
                        tuple("weathersit (rest)", 1L, 2L),
                        tuple("workingday 1", 5_911L, 5_954L),
                        tuple("workingday 0", 2_734L, 2_780L));
    }

    @Test
    void aMonthAgainstAWholeYearIsNamedSeason() throws IOException {
        ReportDocument report = run("bike-sharing.yaml", "2012-07-01/2012-08-01");

        ReportColumn temperature = column(report, "temp");
        assertThat(temperature.status()).isEqualTo(Status.WARN);
        assertThat(temperature.season())
                .hasValueSatisfying(note -> assertThat(note).contains("2011-07-01/2011-08-01"));
        assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("Season"));
    }

    @Test
    void aTestSetAgainstItsTrainingSetWithoutTime() throws IOException {
        ReportDocument report = run("occupancy.yaml", "2015-02-18/2015-02-19");

        JsonNode truth = new ObjectMapper()
                .readTree(DATA.resolve("truth/occupancy.json").toFile())
                .path("drift_datatest2");
        assertThat(report.header().asOf()).contains("2015-02-18");
        for (String column : List.of("CO2", "Humidity", "Temperature")) {
            double exact = truth.at("/" + column + "/wasserstein_norm").doubleValue();
            Known bounds =
                    (Known) scoreOf(report, column, "wasserstein_normalized").value();
            assertThat(exact).as(column).isBetween(bounds.lower() * (1 - 1e-9), bounds.upper() * (1 + 1e-9));
        }
        assertThat(alerted(report)).contains("CO2", "Humidity", "Temperature");
    }

    private ReportDocument run(String monitor, String window) throws IOException {
        MonitorConfig config =
                MonitorLoader.load(ROOT.resolve("examples/monitors").resolve(monitor));
        Jobs jobs = new MonitorJobs(Progress.silent(), Clock.systemUTC(), StoreListener.SILENT);
        return MonitoredTable.report(jobs.run(new RunRequest(
                        config,
                        List.of(Window.parse(window)),
                        folder.resolve("store").toString(),
                        config.failOn(),
                        Optional.empty(),
                        ProfileOptions.NONE))
                .windows()
                .get(0));
    }

    private static Set<String> alerted(ReportDocument report) {
        return report.findings().stream()
                .filter(finding -> finding.status().isAlert())
                .map(Finding::column)
                .collect(Collectors.toSet());
    }

    private static double score(ReportDocument report, String column, String statistic) {
        return scoreOf(report, column, statistic).value().number().orElseThrow();
    }

    private static ReportScore scoreOf(ReportDocument report, String column, String statistic) {
        return column(report, column).scores().stream()
                .filter(score -> score.name().equals(statistic))
                .findFirst()
                .orElseThrow();
    }

    private static ReportColumn column(ReportDocument report, String name) {
        return report.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
