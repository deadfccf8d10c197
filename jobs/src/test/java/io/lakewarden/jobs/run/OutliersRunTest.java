package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportJson;
import io.lakewarden.report.ReportOutliers;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Requests of two months: in February a sensor breaks, a category is new, and a client tries one column after midnight. */
@ExtendWith(SparkExtension.class)
class OutliersRunTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";
    private static final String SECRET = "hunter2-and-more";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        // A row every ten minutes: 144 a day. On the sixth of February one client asks nearly the same 120 times.
        spark.range(0, 8_000, 1, 1)
                .selectExpr("id", "id BETWEEN 5191 AND 5310 AS probe")
                .selectExpr(
                        "concat('<i>', id) AS `r.id`",
                        "timestamp_seconds(1767225600 + id * 600) AS at",
                        "IF(id >= 5000 AND id % 40 = 1, -200, IF(probe, 0.31, randn(1))) AS `te``mp`",
                        "IF(probe, 2, randn(2) * 5) AS humidity",
                        "IF(id = 5002, '=" + SECRET + "', IF(probe OR rand(3) < 0.4, 'a', 'b')) AS site",
                        "IF(probe, (id - 5250) / 10, randn(4)) AS tried")
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder.resolve("table").toString());
    }

    private MonitoredTable table(String outliers) throws IOException {
        MonitorConfig monitor = WrittenMonitor.load(
                folder,
                """
                monitor: requests
                title: "Requests ${env:TOKEN}"
                source: {format: parquet, path: table}
                time: {column: at}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: "`r.id`"}
                outliers: %s
                """
                        .formatted(outliers),
                Map.of("TOKEN", SECRET));
        return new MonitoredTable(session, monitor, folder.resolve("store"));
    }

    private static List<Finding> outliers(RunOutcome outcome) {
        return outcome.windows().get(0).findings().stream()
                .filter(it -> it.source().equals("outliers"))
                .toList();
    }

    private static Finding finding(List<Finding> findings, String check) {
        return findings.stream()
                .filter(it -> it.key().equals("outliers/:table/" + check))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRunTellsOfOutliersAndDriftKeepsIt() throws IOException {
        MonitoredTable table = table("{}");
        RunOutcome outcome = table.run(FEBRUARY, ProfileOptions.NONE);
        List<Finding> found = outliers(outcome);
        assertThat(found)
                .extracting(Finding::key)
                .containsExactlyInAnyOrder(
                        "outliers/:table/out-of-support",
                        "outliers/:table/isolated",
                        "outliers/:table/outside-fences",
                        "outliers/:table/near-duplicate-burst");
        assertThat(finding(found, "out-of-support").status()).isEqualTo(Status.WARN);
        assertThat(finding(found, "out-of-support").sentence()).contains("most by '`te``mp`'");
        assertThat(finding(found, "near-duplicate-burst").status())
                .as(finding(found, "near-duplicate-burst").sentence())
                .isEqualTo(Status.WARN);

        ReportDocument report = MonitoredTable.report(outcome.windows().get(0));
        ReportOutliers shown = report.outliers().orElseThrow();
        assertThat(shown.rates()).hasSize(3);
        assertThat(shown.columns().get(0).name()).isEqualTo("`te``mp`");
        assertThat(shown.examples()).hasSize(5);
        assertThat(shown.examples().get(0).identity()).extracting("name").containsExactly("`r.id`", "at");
        assertThat(shown.examples().get(0).identity().get(0).value()).startsWith("<i>");
        assertThat(shown.examples())
                .flatExtracting(ReportOutliers.Example::reasons)
                .extracting(ReportOutliers.Reason::value)
                .contains("-200", "=${env:TOKEN}");
        assertThat(ReportJson.write(report)).doesNotContain("hunter2");

        RunOutcome again = table.drift(FEBRUARY);
        assertThat(outliers(again)).isEqualTo(found);
        ReportDocument kept = MonitoredTable.report(again.windows().get(0));
        assertThat(kept.outliers()).contains(shown);
        assertThat(kept.header().rowsOf().orElseThrow().runId())
                .isEqualTo(report.header().runId());
    }

    @Test
    void examplesForestAndBurstsCanBeLeftOut() throws IOException {
        RunOutcome outcome = table(
                        "{columns: [humidity, site], ignore: site, examples: 0, bursts: false, isolation: {trees: 0}, fence: 1.5}")
                .run(FEBRUARY, ProfileOptions.NONE);
        List<Finding> found = outliers(outcome);
        assertThat(found)
                .extracting(Finding::key)
                .containsExactlyInAnyOrder("outliers/:table/out-of-support", "outliers/:table/outside-fences");
        assertThat(found).allSatisfy(it -> assertThat(it.status()).isEqualTo(Status.PASS));
        assertThat(MonitoredTable.report(outcome.windows().get(0))
                        .outliers()
                        .orElseThrow()
                        .examples())
                .isEmpty();
    }

    @Test
    void whatIsWrongWithTheKeysIsTold() throws IOException {
        assertThatThrownBy(() -> table("{fence: -1, isolation: {tree: 5}}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "outliers.fence is '-1'; expected a number of interquartile ranges from 0 to 1000")
                .hasMessageContaining("unknown key 'tree' in outliers.isolation; did you mean 'trees'?");
        MonitoredTable misspelt = table("{columns: [humidty]}");
        assertThatThrownBy(() -> misspelt.run(FEBRUARY, ProfileOptions.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("outliers.columns: there is no column 'humidty'")
                .hasMessageContaining("humidity");
    }
}
