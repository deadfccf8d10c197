package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.ReferenceConfig;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From public data sets, as they were published, to their reports, with nothing written by hand. */
@Tag("real-data")
@ExtendWith(SparkExtension.class)
class InitRealDataTest {
    private static final Path DATA =
            Path.of(System.getProperty("lakewarden.root"), "../shared/data").normalize();

    private final RealCommands commands = new RealCommands();

    @TempDir
    private Path folder;

    /** The parameter makes sure that the shared session is the one that the jobs find. */
    @BeforeEach
    void requireData(SparkSession session) {
        assumeTrue(Files.isDirectory(DATA), "real data folder ../shared/data is absent");
    }

    @Test
    void bikeSharing() {
        MonitorConfig monitor = init("bike_sharing/hour.csv");

        assertThat(monitor.time().orElseThrow().column()).isEqualTo("dteday");
        assertThat(monitor.windows()).hasToString("Optional[P1M]");
        assertThat(pinned(monitor)).isEqualTo(Window.parse("2011-01-01/2012-01-01"));
        assertThat(monitor.columns().ids()).containsExactly("instant");
        assertThat(monitor.columns().ignore()).containsExactly("yr", "mnth");
        assertThat(monitor.columns().categorical())
                .containsExactly("season", "hr", "holiday", "weekday", "workingday", "weathersit");
        assertThat(run(3)).contains("hour 2012-01-01/2012-02-01", "hour 2012-12-01/2013-01-01");
    }

    @Test
    void bikeSharingByDay() {
        MonitorConfig monitor = init("bike_sharing/day.csv");

        // Some months have fewer days than the rows that a window needs.
        assertThat(monitor.windows()).hasToString("Optional[P3M]");
        assertThat(pinned(monitor)).isEqualTo(Window.parse("2011-01-01/2012-01-01"));
        assertThat(run(3)).doesNotContain("undecided");
    }

    @Test
    void airQuality() {
        MonitorConfig monitor = init("air_quality/AirQualityUCI.csv");

        assertThat(monitor.time().orElseThrow().column()).isEqualTo("Date");
        assertThat(monitor.time().orElseThrow().clock()).contains("Time");
        assertThat(monitor.time().orElseThrow().pattern()).contains("d/M/yyyy H:mm:ss");
        assertThat(monitor.source().nullValues().keySet())
                .containsExactly(
                        "CO_GT",
                        "PT08_S1_CO",
                        "NMHC_GT",
                        "C6H6_GT",
                        "PT08_S2_NMHC",
                        "NOx_GT",
                        "PT08_S3_NOx",
                        "NO2_GT",
                        "PT08_S4_NO2",
                        "PT08_S5_O3",
                        "T",
                        "RH",
                        "AH");
        assertThat(monitor.source().nullValues().get("NOx_GT")).containsExactly("-200");
        assertThat(run(3)).doesNotContain("no time");
    }

    @Test
    void metroTraffic() {
        MonitorConfig monitor = init("metro_traffic/Metro_Interstate_Traffic_Volume.csv");

        assertThat(monitor.time().orElseThrow().pattern()).contains("M/d/yyyy H:mm");
        assertThat(monitor.source().nullValues()).containsOnly(Map.entry("holiday", List.of("None")));
        assertThat(commands.out()).contains("'temp': 10 rows hold 0, far from all others");
        assertThat(run(3)).doesNotContain("no time");
    }

    @Test
    void bankMarketing() {
        MonitorConfig monitor = init("bank_marketing/bank-full.csv");

        assertThat(monitor.source().options().separator()).isEqualTo(";");
        assertThat(monitor.source().nullValues()).containsOnlyKeys("job", "education", "contact", "poutcome");
        assertThat(monitor.time()).isEmpty();
        assertThat(monitor.columns().label()).contains("y");
        assertThat(commands.out()).contains("'pdays': 36,954 rows hold -1, the only negative value");
        assertThat(run(0)).contains(": PASS, ");
    }

    @Test
    void adult() {
        MonitorConfig monitor = init("adult/adults.parquet");

        // The question marks of the original files are nulls already in this one.
        assertThat(monitor.source().nullValues()).isEmpty();
        assertThat(monitor.columns().label()).contains("class");
        assertThat(monitor.columns().protectedAttributes()).containsExactly("race", "sex");
        assertThat(run(0)).contains(": PASS, ");
    }

    @Test
    void germanCredit() {
        MonitorConfig monitor = init("german_credit/german_original.csv", "--label", "credit");

        assertThat(monitor.time()).isEmpty();
        assertThat(monitor.columns().label()).contains("credit");
        assertThat(run(0)).contains(" rows, findings: ");
    }

    @Test
    void occupancy() {
        MonitorConfig monitor = init("occupancy");

        assertThat(monitor.time().orElseThrow().column()).isEqualTo("Date");
        assertThat(monitor.windows()).hasToString("Optional[P1D]");
        assertThat(commands.out()).contains("'Occupancy' is the last column and has two values");
        run(3);
    }

    @Test
    void forecasts() {
        MonitorConfig monitor = init("forecasts/nba_games.csv");

        assertThat(monitor.time().orElseThrow().column()).isEqualTo("date");
        assertThat(monitor.columns().label()).contains("prob1_outcome");
        assertThat(monitor.columns().predictions()).containsExactly("prob1", "prob2");
        assertThat(monitor.columns().ignore()).containsExactly("season");
        assertThat(run(3)).contains("2018-10-01/2019-01-01: PASS", "2019-07-01/2019-10-01: empty, 0 rows");
    }

    private MonitorConfig init(String data, String... options) {
        Path monitor = folder.resolve("monitor.yaml");
        assertThat(commands.run(arguments(DATA.resolve(data), monitor, options)))
                .as(commands.err())
                .isZero();
        return MonitorLoader.load(monitor, Map.of());
    }

    private static List<String> arguments(Path data, Path monitor, String... options) {
        List<String> arguments = new ArrayList<>(List.of("init", data.toString(), "--output", monitor.toString()));
        arguments.addAll(List.of(options));
        return arguments;
    }

    private String run(int exitCode) {
        assertThat(commands.run(commands.next()))
                .as(commands.err() + commands.out())
                .isEqualTo(exitCode);
        assertThat(commands.out()).contains("report: ");
        return commands.out();
    }

    private static Window pinned(MonitorConfig monitor) {
        return ((ReferenceConfig.Pinned) monitor.reference()).window();
    }
}
