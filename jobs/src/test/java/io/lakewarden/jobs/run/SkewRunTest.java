package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportRun;
import io.lakewarden.report.ReportSkew;
import io.lakewarden.report.ReportSkewRows;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two months of 400 rows with features as they were served, and the same rows as training sees them: of February the
 * income is another for every tenth row and missing for every hundredth, the score in other units, and ten rows are gone.
 */
@ExtendWith(SparkExtension.class)
class SkewRunTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";
    private static final String HOSTILE = "<b>1+1`.😀";
    private static final String HOSTILE_PATH = "`<b>1+1``.😀`";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        session.range(0, 800, 1, 1)
                .selectExpr(
                        "id",
                        "if(id < 400, date'2026-01-05', date'2026-02-05') as day",
                        "double(id % 40) as income",
                        "int(id % 5) as `" + HOSTILE.replace("`", "``") + "`",
                        "double(id % 17) as score",
                        "id % 3 as served")
                .write()
                .parquet(folder.resolve("served").toString());
        session.read()
                .parquet(folder.resolve("served").toString())
                .where("id < 790")
                .selectExpr(
                        "id",
                        "day",
                        "case when id >= 400 and id % 100 = 0 then null"
                                + " when id >= 400 and id % 10 = 0 then income + 1"
                                + " else income + 1e-12 end as income",
                        "bigint(`" + HOSTILE.replace("`", "``") + "`) as `" + HOSTILE.replace("`", "``") + "`",
                        "if(id >= 400, score * 100, score) as score")
                .unionAll(session.sql("SELECT 401L, date'2026-02-05', 1D, 1L, 1D"))
                .write()
                .format("delta")
                .save(folder.resolve("training").toString());
    }

    private MonitoredTable monitor(String skew) throws IOException {
        return MonitoredTable.of(
                session,
                folder,
                """
                monitor: applications
                source: {format: parquet, path: served}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: id}
                skew: %s
                """
                        .formatted(skew));
    }

    private static List<Finding> skew(RunOutcome outcome) {
        return outcome.windows().get(0).findings().stream()
                .filter(it -> it.source().equals("skew"))
                .toList();
    }

    private static Map<String, Status> statuses(List<Finding> findings, String check) {
        return findings.stream()
                .filter(it -> it.key().endsWith("/" + check))
                .collect(Collectors.toMap(Finding::column, Finding::status));
    }

    private static Finding of(List<Finding> findings, String key) {
        return findings.stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
    }

    private static Path reportJson(MonitoredTable table) throws IOException {
        try (var files = Files.walk(table.store())) {
            return files.filter(it -> it.endsWith("report.json")).findFirst().orElseThrow();
        }
    }

    private static List<Row> skewScores(MonitoredTable table) {
        return table.open()
                .view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type").equalTo("SKEW"))
                .drop("run_id", "written_at")
                .orderBy("ordinal")
                .collectAsList();
    }

    private static ReportDocument report(MonitoredTable table) throws IOException {
        return table.storedReport(FEBRUARY);
    }

    @Test
    void joinedRowsTellHowOftenEachColumnDiffers() throws IOException {
        MonitoredTable table = monitor("{format: delta, path: training, key: id}");
        List<Finding> findings = skew(table.run(FEBRUARY, ProfileOptions.NONE));

        assertThat(statuses(findings, "mismatch"))
                .isEqualTo(Map.of("income", Status.FAIL, HOSTILE_PATH, Status.PASS, "score", Status.FAIL));
        assertThat(of(findings, "skew/income/mismatch").sentence())
                .startsWith("'income' differs in 39 of 389 joined rows (10 %, 7.42 % to 13.4 % at 95 %): 35 have"
                        + " different values, 4 have none in the other source; such as key 410: ");
        assertThat(of(findings, "skew/:table/join").sentence())
                .isEqualTo("389 of 400 watched rows and of 391 rows of the other source were joined by 'id'; 10 watched"
                        + " rows have no counterpart; left out because their key stands more than once on a side: 1"
                        + " watched and 2 other rows.");
        assertThat(of(findings, "skew/served/present"))
                .extracting(Finding::status, Finding::sentence)
                .containsExactly(Status.WARN, "The other source lacks the column 'served'.");
        assertThat(statuses(findings, "wasserstein_normalized"))
                .containsEntry("score", Status.FAIL)
                .containsEntry("income", Status.PASS);

        Row income = table.open()
                .view(StoreTable.DRIFT_METRICS)
                .where(col("drift_type").equalTo("SKEW").and(col("column_name").equalTo("income")))
                .select("status", "count_delta", "reference_id", "metrics", "bounds")
                .head();
        assertThat(income.getString(0)).isEqualTo("FAIL");
        assertThat(income.getLong(1)).isEqualTo(9);
        assertThat(income.isNullAt(2)).isTrue();
        assertThat(income.<String, Double>getJavaMap(3)).containsEntry("mismatch_rate", 39 / 389.0);
        assertThat(income.getJavaMap(4)).containsKey("mismatch_rate");

        ReportSkew told = report(table).skew().orElseThrow();
        assertThat(told.rows()).contains(new ReportSkewRows(389, 10, 0, 1, 2, 0, 0));
        assertThat(told.columns())
                .filteredOn(it -> it.name().equals("income"))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.mismatch().orElseThrow().number()).hasValue(39 / 389.0));

        ReportHeader header = report(table).header();
        List<Row> scores = skewScores(table);
        assertThat(scores).isNotEmpty();
        for (int again = 1; again <= 2; again++) {
            assertThat(skew(table.drift(FEBRUARY))).containsExactlyInAnyOrderElementsOf(findings);
            assertThat(skewScores(table)).isEqualTo(scores);
            ReportDocument kept = report(table);
            assertThat(kept.skew()).contains(told);
            assertThat(kept.header().runId()).isNotEqualTo(header.runId());
            assertThat(kept.header().rowsOf()).contains(new ReportRun(header.runId(), header.generatedAt()));
        }
    }

    @Test
    void aSectionThatBelongsToNoCommittedRunOrIsNotAskedForIsNotKept() throws IOException {
        MonitoredTable table = monitor("{format: delta, path: training}");
        table.run(FEBRUARY, ProfileOptions.NONE);
        Path json = reportJson(table);
        String other = Files.readString(json).replaceFirst("\"run_id\" : \"[^\"]+\"", "\"run_id\" : \"somebody's\"");
        Files.writeString(json, other);
        table.drift(FEBRUARY);
        assertThat(report(table).skew()).isEmpty();

        table.run(FEBRUARY, ProfileOptions.NONE);
        assertThat(report(table).skew()).isPresent();
        assertThat(report(table).header().rowsOf()).isEmpty();
        MonitoredTable without = table.with(WrittenMonitor.load(
                folder, Files.readString(folder.resolve("monitor.yaml")).replaceFirst("(?m)^skew: .*$", "")));
        without.drift(FEBRUARY);
        assertThat(report(without).skew()).isEmpty();
        assertThat(report(without).header().rowsOf()).isEmpty();
        assertThat(skewScores(without)).isEmpty();
    }

    @Test
    void withoutAKeyDistributionsAreCompared() throws IOException {
        MonitoredTable table = monitor("{format: delta, path: training, where: \"id % 2 = 0\"}");
        List<Finding> findings = skew(table.run(FEBRUARY, ProfileOptions.NONE));

        assertThat(findings).noneMatch(it -> it.key().endsWith("/mismatch"));
        assertThat(of(findings, "skew/score/wasserstein_normalized"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(Status.FAIL))
                .satisfies(it ->
                        assertThat(it.sentence()).startsWith("With the other source as reference: 'score' moved by "));
        assertThat(report(table).skew().orElseThrow().rows()).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsUndecidedAndSaidSo() throws IOException {
        assertThat(skew(monitor("{format: delta, path: training, where: id > 1000}")
                        .run(FEBRUARY, ProfileOptions.NONE)))
                .singleElement()
                .extracting(Finding::status, Finding::sentence)
                .containsExactly(
                        Status.ERROR, "The window was not held against the other source, which has no rows in it.");
        assertThat(skew(monitor("{format: delta, path: nowhere}").run(FEBRUARY, ProfileOptions.NONE)))
                .singleElement()
                .satisfies(it -> assertThat(it.status()).isEqualTo(Status.ERROR))
                .satisfies(it -> assertThat(it.sentence())
                        .startsWith("The window was not held against the other source, which cannot be read (")
                        .contains("nowhere"));
        assertThat(skew(monitor("{format: delta, path: training, key: id, where: id < 410}")
                        .run(FEBRUARY, ProfileOptions.NONE)))
                .filteredOn(it -> it.key().equals("skew/:table/join"))
                .singleElement()
                .satisfies(it -> assertThat(it.status()).isEqualTo(Status.ERROR));
    }

    @Test
    void aKeyThatOneSideLacksIsRefused() throws IOException {
        MonitoredTable table = monitor("{format: delta, path: training, key: served}");
        assertThatThrownBy(() -> table.run(FEBRUARY, ProfileOptions.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("skew.key: there is no column 'served' in ");
    }
}
