package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Schemas learned on the first part of public data sets hold on the later part, but for what really changes there. */
@Tag("real-data")
@ExtendWith(SparkExtension.class)
class SchemaRealDataTest {
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

    /** It has a known outlier of rain, and no snow before 2015-12. */
    @Test
    void metroTraffic() throws IOException {
        assertThat(found("metro_traffic/Metro_Interstate_Traffic_Volume.csv"))
                .contains(
                        "2015-12-01 FAIL Column 'snow_1h' has numbers up to 0.51, 6.86 % of them outside; expected is 0.",
                        "2016-07-01 FAIL Column 'rain_1h' has numbers up to 9831.3, 0.123 % of them outside; expected is"
                                + " 0 to 310.")
                .allMatch(it ->
                        it.contains("'snow_1h'") || it.contains("'rain_1h'") || it.contains("'weather_description'"))
                .hasSizeLessThan(10);
    }

    /** All sensors fail together in some months, and the last month has four days. */
    @Test
    void airQuality() throws IOException {
        assertThat(found("air_quality/AirQualityUCI.csv"))
                .contains("2005-04-01 FAIL There are 87 rows; expected are 250 to 1500.")
                .noneMatch(it -> it.contains("ERROR"))
                .hasSizeLessThan(25);
    }

    @Test
    void bankMarketing() throws IOException {
        assertThat(found("bank_marketing/bank-full.csv")).isEmpty();
    }

    /** One country has a single row. */
    @Test
    void adult() throws IOException {
        assertThat(found("adult/adults.parquet"))
                .hasSizeLessThan(2)
                .allMatch(it -> it.contains("'Holand-Netherlands' (0.00417 %)"));
    }

    @Test
    void germanCredit() throws IOException {
        assertThat(found("german_credit/german_original.csv", "--label", "credit"))
                .isEmpty();
    }

    /** What the schema of the reference finds in all windows after it, window by window. */
    private List<String> found(String data, String... options) throws IOException {
        Path monitor = folder.resolve("monitor.yaml");
        List<String> init =
                new ArrayList<>(List.of("init", DATA.resolve(data).toString(), "--output", monitor.toString()));
        init.addAll(List.of(options));
        assertThat(commands.run(init)).as(commands.err()).isZero();
        List<String> run = new ArrayList<>(commands.next());
        Path schema = folder.resolve("schema.yaml");
        assertThat(commands.run(List.of("infer-schema", "-c", monitor.toString(), "--output", schema.toString())))
                .as(commands.err())
                .isZero();
        Files.writeString(monitor, Files.readString(monitor) + "schema: schema.yaml\n");
        run.addAll(List.of("--format", "json"));
        assertThat(commands.run(run)).as(commands.err()).isNotEqualTo(1).isNotEqualTo(2);
        List<String> found = new ArrayList<>();
        for (JsonNode window : new ObjectMapper().readTree(commands.out()).path("windows")) {
            for (JsonNode finding : window.path("findings")) {
                if (finding.path("source").asText().equals("schema")
                        && !finding.path("status").asText().equals("PASS")) {
                    found.add(window.path("start").asText().substring(0, 10) + " "
                            + finding.path("status").asText() + " "
                            + finding.path("sentence").asText());
                }
            }
        }
        return found;
    }
}
