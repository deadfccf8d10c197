package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Complaints of one shop, which are about delivery until March, and about refunds from then on; each is as long as ever. */
@ExtendWith(SparkExtension.class)
class TextsRunTest {
    private static final String MARCH = "2026-03-01/2026-04-01";
    private static final String CHECK = "multivariate/<i>said</i>/text_classifier";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        for (int month = 1; month <= 3; month++) {
            String about = month == 3 ? "'refund', 'charged', 'credit'" : "'parcel', 'courier', 'street'";
            spark.range(0, 400, 1, 1)
                    .selectExpr(
                            "date_add(date'2026-0" + month + "-01', cast(id % 28 as int)) as day",
                            "concat('my ', element_at(array(" + about + "), 1 + cast(3 * rand(" + month + ") as int)),"
                                    + " ' number ', cast(rand(" + (month + 9) + ") as string), ' was late')"
                                    + " as `<i>said</i>`",
                            "'only' as shop")
                    .coalesce(1)
                    .write()
                    .mode(SaveMode.Append)
                    .parquet(folder.resolve("table").toString());
        }
    }

    private WindowOutcome run(String window, String multivariate) throws IOException {
        return MonitoredTable.of(
                        session,
                        folder,
                        """
                        monitor: complaints
                        source: {format: parquet, path: table}
                        time: {column: day}
                        windows: P1M
                        reference: {pinned: 2026-01-01/2026-02-01}
                        multivariate: %s
                        """
                                .formatted(multivariate))
                .run(window, ProfileOptions.NONE)
                .windows()
                .get(0);
    }

    private static Finding told(WindowOutcome outcome) {
        return outcome.findings().stream()
                .filter(finding -> finding.key().equals(CHECK))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsThatTextsSaySomethingElse() throws IOException {
        assertThat(told(run("2026-02-01/2026-03-01", "{}")).status()).isEqualTo(Status.PASS);

        WindowOutcome march = run(MARCH, "{}");

        assertThat(told(march).status()).isEqualTo(Status.FAIL);
        assertThat(told(march).sentence()).startsWith("The texts of '<i>said</i>' say something else");
        assertThat(MonitoredTable.report(march).multivariate().orElseThrow().texts())
                .extracting(ReportMultivariate.TextSeparation::column)
                .containsExactly("<i>said</i>");
    }

    @Test
    void saysWhereTooFewEntitiesAreThereToLearnFrom() throws IOException {
        Finding told = told(run(MARCH, "{entity: shop}"));

        assertThat(told.status()).isEqualTo(Status.SKIPPED);
        assertThat(told.sentence())
                .isEqualTo(
                        "No classifier of the texts of '<i>said</i>' was trained: the rows belong to too few entities to"
                                + " hold any out.");
    }
}
