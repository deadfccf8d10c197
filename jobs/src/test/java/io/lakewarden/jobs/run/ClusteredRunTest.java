package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payments in CSV files, a file for each month, of 20 new cards each: a card has a level of its own around which its
 * amounts lie. January is the reference, in February nothing has moved, in March everything costs more.
 */
@ExtendWith(SparkExtension.class)
class ClusteredRunTest {
    private static final String FEBRUARY = "2026-02-01/2026-03-01";
    private static final String MARCH = "2026-03-01/2026-04-01";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) throws IOException {
        session = spark;
        write("january", 1, 0);
        write("second", 2, 0);
        write("march", 3, 4);
    }

    @Test
    void alarmsWhereCardsMovedAndNotWhereTheyAreOthers() throws IOException {
        MonitoredTable naive = new MonitoredTable(session, monitor(""), folder.resolve("naive"));
        MonitoredTable clustered =
                new MonitoredTable(session, monitor("cluster: \"`card.no`\""), folder.resolve("store"));

        Finding alarm = amount(naive.run(FEBRUARY, ProfileOptions.NONE));
        assertThat(alarm.status().isAlert()).as(alarm.sentence()).isTrue();
        Finding quiet = amount(clustered.run(FEBRUARY, ProfileOptions.NONE));
        assertThat(quiet.status()).isEqualTo(Status.PASS);
        assertThat(quiet.sentence()).endsWith(", but so much happens by chance in rows that share so few keys.");
        assertThat(amount(clustered.run(MARCH, ProfileOptions.NONE)).status()).isEqualTo(Status.FAIL);

        Map<String, ClusterCounts> stored = clustered.stored(FEBRUARY).clusters();
        assertThat(stored.keySet())
                .isEqualTo(clustered.stored(FEBRUARY).whole().columns().keySet());
        assertThat(IntStream.range(0, 32).mapToLong(stored.get("amount")::rows).sum())
                .isEqualTo(clustered.stored(FEBRUARY).rows());
        assertThat(naive.stored(FEBRUARY).clusters()).isEmpty();
        assertThat(session.read()
                        .format("delta")
                        .load(folder.resolve("store/drift_metrics").toString())
                        .where("column_name = 'amount' AND drift_type = 'BASELINE'")
                        .selectExpr("metrics['wasserstein_normalized.design_effect'] > 3")
                        .collectAsList())
                .allMatch(row -> row.getBoolean(0))
                .hasSize(2);
        // from stored profiles, without a look at the rows
        Files.writeString(folder.resolve("table/second.csv"), "day,card.no,amount,kind\n");
        assertThat(amount(clustered.drift(FEBRUARY))).isEqualTo(quiet);
    }

    @Test
    void growsByNewFilesAsAFullScanCounts() throws IOException {
        append("january", "second");
        MonitoredTable clustered = new MonitoredTable(
                session,
                monitor("{format: delta, path: delta}", "cluster: [\"`card.no`\", kind]"),
                folder.resolve("store"));
        clustered.run(FEBRUARY, ProfileOptions.NONE);
        write("late", 2, 0.5);
        append("late");
        assertThat(clustered.told(FEBRUARY, MonitoredTable.VERIFIED).get(0))
                .doesNotContain("in full")
                .contains("held against a full scan");
        ClusterCounts stored = clustered.stored(FEBRUARY).clusters().get("kind");
        assertThat(IntStream.range(0, stored.blocks()).mapToLong(stored::rows).sum())
                .isEqualTo(clustered.stored(FEBRUARY).rows());
    }

    @Test
    void refusesKeysThatAreNotThere() {
        assertThatThrownBy(() -> new MonitoredTable(session, monitor("cluster: [kind, cart]"), folder.resolve("store"))
                        .run(FEBRUARY, ProfileOptions.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("drift.cluster: there is no column 'cart' in ");
    }

    private static Finding amount(RunOutcome outcome) {
        return outcome.windows().get(0).findings().stream()
                .filter(finding -> finding.key().equals("data-drift/amount/wasserstein_normalized"))
                .findFirst()
                .orElseThrow();
    }

    private void write(String file, int month, double moved) throws IOException {
        Random random = new Random(file.hashCode());
        List<String> lines = new ArrayList<>(List.of("day,card.no,amount,kind"));
        for (int card = 0; card < 20; card++) {
            double level = moved + random.nextGaussian();
            int rows = 20 + random.nextInt(20);
            for (int row = 0; row < rows; row++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "2026-%02d-%02d,%s-%d,%.4f,%s",
                        month,
                        1 + random.nextInt(28),
                        file,
                        card,
                        level + 0.7 * random.nextGaussian(),
                        random.nextInt(4) == 0 ? "cash" : "card"));
            }
        }
        Files.write(Files.createDirectories(folder.resolve("table")).resolve(file + ".csv"), lines);
    }

    private void append(String... files) {
        for (String file : files) {
            session.read()
                    .option("header", true)
                    .schema("day DATE, `card.no` STRING, amount DOUBLE, kind STRING")
                    .csv(folder.resolve("table").resolve(file + ".csv").toString())
                    .coalesce(1)
                    .write()
                    .format("delta")
                    .mode(SaveMode.Append)
                    .save(folder.resolve("delta").toString());
        }
    }

    private MonitorConfig monitor(String drift) throws IOException {
        return monitor("{format: csv, path: table, types: {day: date, amount: double}}", drift);
    }

    private MonitorConfig monitor(String source, String drift) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: payments
                source: %s
                time: {column: day}
                windows: P1M
                reference: {pinned: 2026-01-01/2026-02-01}
                columns: {ignore: ["`card.no`"]}
                drift: {%s}
                """
                        .formatted(source, drift));
    }
}
