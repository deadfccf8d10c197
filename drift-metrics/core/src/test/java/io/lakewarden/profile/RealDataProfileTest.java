package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.result.MetricValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Profiles of public data against what SciPy and pandas compute from the same files. Moments agree within rounding; each
 * number from a sketch must have the true one within its bounds.
 */
@Tag("real-data")
class RealDataProfileTest {
    private static final Path DATA = Path.of(System.getProperty("lakewarden.root"), "..", "shared", "data");
    private static final double ROUNDING = 1e-9;

    @BeforeEach
    void dataIsThere() {
        assumeTrue(Files.isDirectory(DATA), "real data folder ../shared/data is absent");
    }

    @Test
    void bikeSharing() throws IOException {
        CsvTable hours = CsvTable.read(DATA.resolve("bike_sharing/hour.csv"));
        JsonNode truth = truth("bike_sharing");
        assertProfiles(hours.where("yr", year -> year.equals("0")), truth.path("baseline"));
        assertProfiles(hours.where("yr", year -> year.equals("1")), truth.path("production"));
    }

    @Test
    void occupancy() throws IOException {
        assertProfiles(
                CsvTable.read(DATA.resolve("occupancy/datatraining.txt")),
                truth("occupancy").path("baseline"));
    }

    @Test
    void metroTraffic() throws IOException {
        CsvTable hours = CsvTable.read(DATA.resolve("metro_traffic/Metro_Interstate_Traffic_Volume.csv"));
        JsonNode truth = truth("metro_traffic");
        assertProfiles(hours.where("date_time", time -> year(time) < 2016), truth.path("baseline"));
        assertProfiles(hours.where("date_time", time -> year(time) >= 2016), truth.path("production"));
    }

    private static int year(String time) {
        String date = time.substring(0, time.indexOf(' '));
        return Integer.parseInt(date.substring(date.lastIndexOf('/') + 1));
    }

    private static JsonNode truth(String name) throws IOException {
        return new ObjectMapper()
                .readTree(DATA.resolve("truth").resolve(name + ".json").toFile())
                .path("profile");
    }

    private static void assertProfiles(CsvTable table, JsonNode columns) {
        assertThat(columns).isNotEmpty();
        columns.fields().forEachRemaining(column -> {
            List<String> cells = table.column(column.getKey());
            if (column.getValue().has("mean")) {
                assertNumbers(column.getKey(), cells, column.getValue());
            } else {
                assertTexts(column.getKey(), cells, column.getValue());
            }
        });
    }

    private static void assertNumbers(String name, List<String> cells, JsonNode truth) {
        List<Double> values = cells.stream().map(Double::valueOf).toList();
        NumericProfile profile = Built.numbers(ProfileDetail.FULL, Optional.empty(), values);

        assertThat(profile.count()).as(name).isEqualTo(truth.path("count").asLong());
        assertThat(profile.nulls()).as(name).isEqualTo(truth.path("missing").asLong());
        assertThat(profile.zeros()).as(name).isEqualTo(truth.path("zeros").asLong());
        assertThat(profile.negatives())
                .as(name)
                .isEqualTo(truth.path("negatives").asLong());
        assertClose(name, profile.minimum(), truth.path("min"));
        assertClose(name, profile.maximum(), truth.path("max"));
        assertClose(name, profile.sum(), truth.path("sum"));
        assertClose(name, profile.mean(), truth.path("mean"));
        assertClose(name, profile.standardDeviation(), truth.path("std_sample"));
        assertClose(name, profile.populationStandardDeviation(), truth.path("std_pop"));
        assertClose(name, profile.skewness(), truth.path("skew"));
        assertClose(name, profile.kurtosis(), truth.path("kurtosis_excess"));
        assertHolds(name, profile.distinct(), truth.path("distinct").asDouble());
        truth.path("quantiles")
                .fields()
                .forEachRemaining(quantile -> assertHolds(
                        name + " at " + quantile.getKey(),
                        profile.quantile(Double.parseDouble(quantile.getKey())),
                        quantile.getValue().asDouble()));
    }

    private static void assertClose(String name, MetricValue actual, JsonNode expected) {
        double value = expected.asDouble();
        assertThat(actual.number().orElseThrow())
                .as(name)
                .isCloseTo(value, within(ROUNDING * Math.max(1, Math.abs(value))));
    }

    private static void assertHolds(String name, MetricValue actual, double expected) {
        MetricValue.Known known = (MetricValue.Known) actual;
        double rounding = ROUNDING * Math.max(1, Math.abs(expected));
        assertThat(expected).as(name).isBetween(known.lower() - rounding, known.upper() + rounding);
    }

    private static void assertTexts(String name, List<String> cells, JsonNode truth) {
        CategoricalProfile profile = Built.texts(ProfileDetail.FULL, Optional.empty(), cells);

        assertThat(profile.count()).as(name).isEqualTo(truth.path("count").asLong());
        assertThat(profile.nulls()).as(name).isEqualTo(truth.path("missing").asLong());
        assertThat(profile.distinct())
                .as(name)
                .isEqualTo(MetricValue.exactly(truth.path("distinct").asDouble()));
        assertThat(profile.maximumLength())
                .as(name)
                .isEqualTo(MetricValue.exactly(truth.path("max_length").asDouble()));
        List<FrequentValue> top = profile.topValues(truth.path("top").size());
        for (int i = 0; i < top.size(); i++) {
            JsonNode expected = truth.path("top").path(i);
            long count = expected.path(1).asLong();
            assertThat(top.get(i))
                    .as(name)
                    .isEqualTo(new FrequentValue(expected.path(0).asText(), count, count));
        }
    }
}
