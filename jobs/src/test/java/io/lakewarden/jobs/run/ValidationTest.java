package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.delta.tables.DeltaTable;
import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rules over a table of orders: February has three amounts below zero, and two orders of one id. */
@ExtendWith(SparkExtension.class)
class ValidationTest {
    private static final Window FEBRUARY = Window.parse("2026-02-01/2026-03-01");
    private static final Window MAY = Window.parse("2026-05-01/2026-06-01");
    private static final String CHECKS =
            """
            rules:
              - check: range
                id: amount-positive
                column: "`am ount;`"
                min: 0
                owner: sales
              - check: unique
                id: one-order
                columns: id
              - check: complete
                id: channel
                column: channel
                severity: warn
            """;

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        spark.range(0, 200, 1, 1)
                .selectExpr(
                        "case when id = 150 then 151 else id end as id",
                        "date_add(date'2026-01-01', cast(id % 28 as int) + case when id < 100 then 0 else 31 end) as day",
                        "case when id in (110, 120, 130) then -1.0d else cast(id % 7 as double) end as `am ount;`",
                        "case when id = 140 then null else 'web' end as channel")
                .write()
                .parquet(folder.resolve("table").toString());
        Files.writeString(folder.resolve("checks.yaml"), CHECKS);
    }

    private MonitorConfig monitor(String more) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: orders
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {id: [id]}
                """
                        + more);
    }

    private RunRequest request(MonitorConfig monitor, Window window) {
        return new RunRequest(
                monitor,
                List.of(window),
                folder.resolve("store").toString(),
                monitor.failOn(),
                Optional.empty(),
                ProfileOptions.NONE);
    }

    private static Map<String, Status> rules(WindowOutcome outcome) {
        return outcome.findings().stream()
                .filter(it -> it.source().equals("rules"))
                .collect(Collectors.toMap(Finding::key, Finding::status));
    }

    private static WindowOutcome only(RunOutcome outcome) {
        return outcome.windows().get(0);
    }

    @Test
    void rulesAreJudgedStoredAndReported() throws IOException {
        MonitorConfig monitor = monitor("rules: [checks.yaml, {set: events}]\n");

        WindowOutcome validated = only(MonitoredTable.jobs().validate(request(monitor, FEBRUARY)));

        Map<String, Status> expected = Map.of(
                "rules/`am ount;`/amount-positive", Status.FAIL,
                "rules/id/one-order", Status.FAIL,
                "rules/channel/channel", Status.WARN,
                "rules/:table/events-exist", Status.PASS,
                "rules/id/events-key", Status.FAIL,
                "rules/day/events-time", Status.PASS,
                "rules/day/events-fresh", Status.PASS);
        assertThat(rules(validated)).isEqualTo(expected);
        assertThat(validated.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(Path.of(validated.report().orElseThrow()))
                .content()
                .contains("97 of 100 rows (97%) satisfy", "am ount;", "Owner: sales");
        assertThat(rules(only(MonitoredTable.jobs().drift(request(monitor, FEBRUARY)))))
                .as("stay when only drift is judged again")
                .isEqualTo(expected);
        assertThat(rules(only(MonitoredTable.jobs().run(request(monitor, FEBRUARY)))))
                .isEqualTo(expected);
        assertThat(validated.findings()).noneMatch(it -> it.source().equals("quarantine"));
    }

    @Test
    void anEmptyWindowIsJudgedByItsRowsOnly() throws IOException {
        WindowOutcome plain = only(MonitoredTable.jobs().validate(request(monitor("rules: checks.yaml\n"), MAY)));
        assertThat(plain.exitCode()).isEqualTo(ExitCode.EMPTY);

        WindowOutcome counted = only(MonitoredTable.jobs().validate(request(monitor("rules: [{set: events}]\n"), MAY)));
        assertThat(rules(counted)).isEqualTo(Map.of("rules/:table/events-exist", Status.FAIL));
        assertThat(counted.exitCode()).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void aRunThatDiesBetweenQuarantineAndFindingsIsMadeGoodByTheNext() throws IOException {
        MonitorConfig monitor = monitor("rules: checks.yaml\nquarantine: {key: id}\n");
        Jobs dying = MonitoredTable.jobs(step -> {
            throw new IllegalStateException("killed after " + step);
        });
        assertThatThrownBy(() -> dying.validate(request(monitor, FEBRUARY)))
                .hasMessage("killed after " + StoreListener.steps().get(0));
        assertThat(outcomes()).isEqualTo(Map.of("clean", 95L, "quarantined", 5L));
        assertThat(DeltaStore.open(session, folder.resolve("store").toString()).run("orders", FEBRUARY))
                .isEmpty();

        WindowOutcome outcome = only(MonitoredTable.jobs().validate(request(monitor, FEBRUARY)));
        assertThat(outcomes()).isEqualTo(Map.of("clean", 95L, "quarantined", 5L));
        assertThat(quarantine().select("run_id").distinct().collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly(outcome.runId());
    }

    @Test
    void rowsThatFailGoToQuarantineAndTheRestIsClean() throws IOException {
        MonitorConfig monitor = monitor("rules: checks.yaml\nquarantine: {key: id}\n");

        for (int run = 0; run < 2; run++) {
            WindowOutcome outcome = only(MonitoredTable.jobs().validate(request(monitor, FEBRUARY)));
            assertThat(outcome.findings())
                    .filteredOn(it -> it.source().equals("quarantine"))
                    .extracting(Finding::status, Finding::observed)
                    .containsExactly(tuple(Status.PASS, "95 clean + 5 quarantined"));
            assertThat(outcomes()).isEqualTo(Map.of("clean", 95L, "quarantined", 5L));
            assertThat(quarantine().select("run_id").distinct().collectAsList())
                    .extracting(row -> row.getString(0))
                    .containsExactly(outcome.runId());
        }

        assertThat(quarantine()
                        .where("outcome = 'quarantined'")
                        .orderBy("row.day", "row.id")
                        .collectAsList())
                .extracting(
                        row -> row.getList(row.fieldIndex("key")) + " " + row.getList(row.fieldIndex("failed_rules")))
                .containsExactlyInAnyOrder(
                        "[110] [amount-positive]",
                        "[120] [amount-positive]",
                        "[130] [amount-positive]",
                        "[151] [one-order]",
                        "[151] [one-order]");
        assertThat(quarantine().where("size(warned_rules) > 0").collectAsList())
                .extracting(row ->
                        row.getAs("outcome") + " " + row.<Row>getAs("row").getAs("id"))
                .containsExactly("clean 140");
    }

    @Test
    void onlyWindowsThatPassArePublishedAndReplayedOnceTheyDo() throws IOException {
        MonitorConfig monitor = monitor("rules: checks.yaml\nquarantine: {key: [id], publish: on_pass}\n");
        assertThatThrownBy(() -> MonitoredTable.jobs().replay(request(monitor, FEBRUARY)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no rows of 2026-02-01/2026-03-01 to replay");

        MonitoredTable.jobs().validate(request(monitor, FEBRUARY));
        assertThat(outcomes()).isEqualTo(Map.of("held", 95L, "quarantined", 5L));

        DeltaTable.forPath(session, place())
                .update(
                        functions.expr("array_contains(failed_rules, 'amount-positive')"),
                        Map.of("row.`am ount;`", functions.lit(1.0)));
        MonitoredTable.jobs().replay(request(monitor, FEBRUARY));
        assertThat(outcomes()).isEqualTo(Map.of("held", 98L, "quarantined", 2L));

        Files.writeString(folder.resolve("checks.yaml"), CHECKS.replace("columns: id", "columns: [id, day]"));
        WindowOutcome replayed = only(MonitoredTable.jobs()
                .replay(request(
                        monitor("rules: checks.yaml\nquarantine:" + " {key: [id], publish: on_pass}\n"), FEBRUARY)));
        assertThat(outcomes()).isEqualTo(Map.of("clean", 100L));
        assertThat(replayed.findings()).noneMatch(it -> it.source().equals("rules") && it.status() == Status.FAIL);
    }

    @Test
    void twoRunsAtOnceLeaveWhatOneLeaves() throws IOException {
        MonitorConfig monitor = monitor("rules: checks.yaml\nquarantine: {key: id}\n");
        MonitoredTable.jobs().run(request(monitor, FEBRUARY));
        CompletableFuture<RunOutcome> other =
                CompletableFuture.supplyAsync(() -> MonitoredTable.jobs().validate(request(monitor, FEBRUARY)));
        WindowOutcome mine = only(MonitoredTable.jobs().validate(request(monitor, FEBRUARY)));

        assertThat(rules(mine)).isEqualTo(rules(only(other.join())));
        assertThat(outcomes()).isEqualTo(Map.of("clean", 95L, "quarantined", 5L));
        assertThat(quarantine().select("run_id").distinct().count()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotThereIsToldBeforeAnythingIsRead() throws IOException {
        MonitorConfig monitor = monitor("rules: checks.yaml\nquarantine: {key: idd}\n");

        assertThatThrownBy(() -> MonitoredTable.jobs().validate(request(monitor, FEBRUARY)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("quarantine.key: there is no column 'idd'")
                .hasMessageContaining("did you mean 'id'?");
    }

    @Test
    void aTableThatHasGrownIsReadAnew() throws IOException {
        MonitorConfig monitor = monitor("rules: checks.yaml\nquarantine: {key: id}\n");
        MonitoredTable.jobs().run(request(monitor, FEBRUARY));
        session.sql("select 999L as id, date'2026-02-03' as day, -5d as `am ount;`, 'web' as channel")
                .write()
                .mode(SaveMode.Append)
                .parquet(folder.resolve("table").toString());

        WindowOutcome outcome = only(MonitoredTable.jobs().validate(request(monitor, FEBRUARY)));

        assertThat(outcome.rows()).isEqualTo(101);
        assertThat(outcomes()).isEqualTo(Map.of("clean", 95L, "quarantined", 6L));
    }

    @Test
    void secretsOfRulesStaySecret() throws IOException {
        Files.writeString(
                folder.resolve("checks.yaml"),
                "rules: [{check: exists_in, columns: id, in: {path: 'no-${env:TOKEN}', format: parquet, columns: id}}]\n");
        monitor("");
        Path file = folder.resolve("monitor.yaml");
        Files.writeString(file, Files.readString(file) + "rules: checks.yaml\n");

        WindowOutcome outcome = only(
                MonitoredTable.jobs().validate(request(MonitorLoader.load(file, Map.of("TOKEN", "s3cr3t")), FEBRUARY)));

        assertThat(outcome.findings())
                .filteredOn(it -> it.source().equals("rules"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.sentence()).contains("no-${env:TOKEN}").doesNotContain("s3cr3t"));
    }

    @Test
    void saysWhatIsWrongInEachFile() {
        assertThatThrownBy(() -> monitor("rules: [checks.yml, {set: event}]\nquarantine: {}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "monitor.yaml:7:9: rules[0]: there is no rules file '",
                        "monitor.yaml:7:21: rules[1]: 'event' is no set of rules; expected one of predictions, labels,"
                                + " events; did you mean 'events'?",
                        "monitor.yaml:8:13: quarantine lacks 'key'");
        assertThatThrownBy(() -> {
                    Files.writeString(folder.resolve("checks.yaml"), "rules: [{check: complte, column: x}]\n");
                    monitor("rules: checks.yaml\n");
                })
                .hasMessageContaining("checks.yaml:1:17: rules[0].check is 'complte'");
        assertThatThrownBy(() -> MonitoredTable.jobs().validate(request(monitor(""), FEBRUARY)))
                .hasMessageContaining("has no rules to validate by");
    }

    private String place() {
        return folder.resolve("lakewarden-store/quarantine/orders").toString();
    }

    private Dataset<Row> quarantine() {
        return session.read().format("delta").load(place());
    }

    private Map<String, Long> outcomes() {
        return quarantine().groupBy("outcome").count().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }
}
