package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Applications of two months: each of February repeats one of January, id and all, and a few are there twice. */
@ExtendWith(SparkExtension.class)
class IntegrityRunTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";
    private static final String JANUARY = "2026-01-01/2026-02-01";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        write(spark.range(0, 400, 1, 1), 0);
        write(spark.range(0, 400, 1, 1).unionAll(spark.range(0, 40, 1, 1)), 31);
    }

    private void write(Dataset<Long> ids, int days) {
        ids.selectExpr(
                        "id",
                        "date_add(date'2026-01-01', cast(id % 28 as int) + " + days + ") as day",
                        "if(id % 50 = 0, " + (days == 0 ? "'0'" : "'n/a'") + ", string(id % 9)) as income",
                        "id % 7 as age",
                        "id % 2 as approved")
                .coalesce(1)
                .write()
                .mode(SaveMode.Append)
                .parquet(folder.resolve("table").toString());
    }

    private MonitoredTable table(String integrity) throws IOException {
        return MonitoredTable.of(
                session,
                folder,
                """
                monitor: applications
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: id, label: approved}
                integrity: %s
                """
                        .formatted(integrity));
    }

    private Map<String, Status> integrity(RunOutcome outcome) {
        return outcome.windows().get(0).findings().stream()
                .filter(it -> it.source().equals("integrity"))
                .collect(Collectors.toMap(Finding::key, Finding::status));
    }

    @Test
    void aRunTellsWhatTheRowsAreWorthAndDriftKeepsIt() throws IOException {
        MonitoredTable table = table("{duplicates: 0.01}");
        Map<String, Status> found = integrity(table.run(FEBRUARY, ProfileOptions.NONE));
        assertThat(found)
                .isEqualTo(Map.of(
                        "integrity/income/mixed-types", Status.WARN,
                        "integrity/:table/duplicates", Status.WARN,
                        "integrity/approved/conflicting-labels", Status.WARN,
                        "integrity/id/identifier-overlap", Status.PASS,
                        "integrity/id/identifier-label", Status.PASS,
                        "integrity/day/time-overlap", Status.PASS));
        assertThat(integrity(table.drift(FEBRUARY))).isEqualTo(found);
    }

    @Test
    void aWindowOfTheReferenceIsNotHeldAgainstItself() throws IOException {
        assertThat(integrity(table("{}").run(JANUARY, ProfileOptions.NONE)))
                .doesNotContainKey("integrity/id/identifier-overlap")
                .containsEntry("integrity/:table/duplicates", Status.PASS);
    }

    @Test
    void limitsAreShares() {
        assertThatThrownBy(() -> table("{duplicates: 2, duplicate: 0}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("integrity.duplicates is '2'; expected a number from 0 to 1")
                .hasMessageContaining("unknown key 'duplicate' in integrity; did you mean 'duplicates'?");
    }
}
