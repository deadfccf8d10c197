package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Complaints of one shop, which are about refunds in March and were in October, and about delivery in between; each is as long as ever. */
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
        for (int month = 0; month < 6; month++) {
            LocalDate first = LocalDate.of(2025, 10, 1).plusMonths(month);
            String about = month % 5 == 0 ? "'refund', 'charged', 'credit'" : "'parcel', 'courier', 'street'";
            spark.range(0, 400, 1, 1)
                    .selectExpr(
                            "date_add(date'" + first + "', cast(id % 28 as int)) as day",
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
        return run("2026-01-01/2026-02-01", window, multivariate);
    }

    private WindowOutcome run(String reference, String window, String multivariate) throws IOException {
        return MonitoredTable.of(
                        session,
                        folder,
                        """
                        monitor: complaints
                        source: {format: parquet, path: table}
                        time: {column: day}
                        windows: P1M
                        reference: {pinned: %s}
                        multivariate: %s
                        """
                                .formatted(reference, multivariate))
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
    void warnsAtMostOfWhatTheReferenceSaidOnceItself() throws IOException {
        Finding told = told(run("2025-10-01/2026-03-01", MARCH, "{}"));

        assertThat(told.status()).isEqualTo(Status.WARN);
        assertThat(told.sentence())
                .contains("; a stretch of the reference stands out from the rest of it as much (1).");
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
