package io.lakewarden.jobs.source;

import static io.lakewarden.jobs.source.Sources.csv;
import static io.lakewarden.jobs.source.Sources.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.SourceConfig;
import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.TimeConfig;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.DatasetProfiler;
import io.lakewarden.spark.profile.ProfileGroups;
import io.lakewarden.spark.profile.ProfiledGroups;
import io.lakewarden.spark.profile.WholeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("real-data")
@ExtendWith(SparkExtension.class)
class RealDataTest {
    private static final Path DATA =
            Path.of(System.getProperty("lakewarden.root"), "../shared/data").normalize();

    private final SparkSession session;

    RealDataTest(SparkSession session) {
        this.session = session;
    }

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "real data folder ../shared/data is absent");
    }

    @ParameterizedTest
    @CsvSource({"2011-01-01/2012-01-01, baseline", "2012-01-01/2013-01-01, production"})
    void profilesAYearOfBikeSharing(String window, String part) throws IOException {
        Set<String> coded = Set.of("season", "holiday", "weekday", "workingday", "weathersit", "hr");
        ProfiledGroups found = profile(csv(DATA.resolve("bike_sharing/hour.csv")), "dteday", null, window, coded);
        DatasetProfile profile = found.profiles().get(0);
        JsonNode truth = new ObjectMapper()
                .readTree(DATA.resolve("truth/bike_sharing.json").toFile());
        assertThat(profile.rows()).isEqualTo(truth.at("/rows/" + part).asLong());
        assertThat(found.rowsWithoutTime()).isZero();
        for (Map.Entry<String, JsonNode> column : truth.at("/profile/" + part).properties()) {
            ColumnProfile actual = profile.column(column.getKey()).orElseThrow();
            assertThat(actual.count())
                    .as(column.getKey())
                    .isEqualTo(column.getValue().get("count").asLong());
            assertThat(actual.nulls())
                    .as(column.getKey())
                    .isEqualTo(column.getValue().get("missing").asLong());
            if (actual instanceof NumericProfile numeric) {
                assertAgrees(numeric, column.getValue());
            } else {
                assertAgrees((CategoricalProfile) actual, column.getValue());
            }
        }
    }

    private static void assertAgrees(NumericProfile actual, JsonNode truth) {
        assertNear(actual.name() + " mean", actual.mean(), truth.get("mean"));
        assertNear(actual.name() + " std", actual.standardDeviation(), truth.get("std_sample"));
        assertNear(actual.name() + " population std", actual.populationStandardDeviation(), truth.get("std_pop"));
        assertNear(actual.name() + " skewness", actual.skewness(), truth.get("skew"));
        assertNear(actual.name() + " kurtosis", actual.kurtosis(), truth.get("kurtosis_excess"));
        assertNear(actual.name() + " sum", actual.sum(), truth.get("sum"));
        assertThat(actual.minimum())
                .isEqualTo(MetricValue.exactly(truth.get("min").asDouble()));
        assertThat(actual.maximum())
                .isEqualTo(MetricValue.exactly(truth.get("max").asDouble()));
        assertThat(actual.zeros()).isEqualTo(truth.get("zeros").asLong());
        assertThat(actual.negatives()).isEqualTo(truth.get("negatives").asLong());
        assertThat(actual.distinct())
                .isEqualTo(MetricValue.exactly(truth.get("distinct").asDouble()));
        double step = 1.0 / actual.finite();
        truth.get("quantiles").properties().forEach(quantile -> {
            // The truth interpolates between two neighbours in order; so ours lie on both sides of it.
            double q = Double.parseDouble(quantile.getKey());
            assertThat(quantile.getValue().asDouble())
                    .as("%s quantile %s", actual.name(), q)
                    .isBetween(
                            ((MetricValue.Known) actual.quantile(q - step)).lower(),
                            ((MetricValue.Known) actual.quantile(q + step)).upper());
        });
    }

    private static void assertNear(String what, MetricValue actual, JsonNode truth) {
        double expected = truth.asDouble();
        assertThat(actual.number().orElseThrow())
                .as(what)
                .isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected))));
    }

    private static void assertAgrees(CategoricalProfile actual, JsonNode truth) {
        assertThat(actual.distinct())
                .isEqualTo(MetricValue.exactly(truth.get("distinct").asDouble()));
        assertThat(actual.maximumLength())
                .isEqualTo(MetricValue.exactly(truth.get("max_length").asDouble()));
        Map<String, Long> counts = actual.exactCounts().orElseThrow();
        truth.get("top").forEach(top -> assertThat(counts)
                .as(actual.name())
                .containsEntry(top.get(0).asText(), top.get(1).asLong()));
    }

    @Test
    void readsOccupancyTimesInUtc() {
        ProfiledGroups found = profile(
                csv(DATA.resolve("occupancy/datatraining.txt")),
                "Date",
                null,
                "2015-02-01/2015-03-01",
                Set.of("Occupancy"));
        DatasetProfile profile = found.profiles().get(0);
        assertThat(profile.rows()).isEqualTo(8_143);
        assertThat(((TemporalProfile) profile.column("Date").orElseThrow()).earliest())
                .contains(Instant.parse("2015-02-04T17:51:00Z"));
    }

    @Test
    void readsMetroTimesByTheirPattern() {
        SourceConfig source = csv(DATA.resolve("metro_traffic/Metro_Interstate_Traffic_Volume.csv"));
        ProfiledGroups found = profile(source, "date_time", "M/d/yyyy H:mm", "2012-01-01/2019-01-01", Set.of());
        DatasetProfile profile = found.profiles().get(0);
        assertThat(profile.rows()).isEqualTo(48_204);
        assertThat(found.rowsWithoutTime()).isZero();
        assertThat(((NumericProfile) profile.column("rain_1h").orElseThrow()).maximum())
                .isEqualTo(MetricValue.exactly(9831.3));
        assertThat(((CategoricalProfile) profile.column("holiday").orElseThrow()).nulls())
                .isZero();
    }

    @Test
    void readsAdultFromParquet() {
        ResolvedSource source = new SourceReader(session)
                .read(stored(SourceFormat.PARQUET, DATA.resolve("adult/adults.parquet")), Optional.empty());
        DatasetProfile profile = WholeProfile.of(source.data(), Window.parse("1994-01-01/1995-01-01"));
        assertThat(profile.rows()).isEqualTo(48_842);
        assertThat(profile.columns()).hasSize(15);
    }

    private ProfiledGroups profile(
            SourceConfig source, String time, String pattern, String window, Set<String> categorical) {
        ResolvedSource resolved =
                new SourceReader(session).read(source, Optional.of(new TimeConfig(time, Optional.ofNullable(pattern))));
        Window parsed = Window.parse(window);
        return DatasetProfiler.profile(
                resolved.within(parsed),
                DatasetColumns.of(resolved.schema(), categorical, Set.of()),
                ProfileGroups.byTime(time, List.of(new ProfileGroups.Group(parsed, ProfileDetail.FULL))));
    }
}
