package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportFoundSlice;
import io.lakewarden.spark.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three months of 4,000 rows: in February the south has twice its rows, at the price of the north, and the score of older
 * people in the west falls; March is like January.
 */
@ExtendWith(SparkExtension.class)
class SliceSearchRunTest {
    private static final String HOSTILE = "<b>so`uth</b> 😀";

    @TempDir
    Path folder;

    private SparkSession session;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        session.range(0, 12_000, 1, 1)
                .selectExpr(
                        "id",
                        "id div 4000 as month",
                        "pmod(hash(id), 100) as dice",
                        "pmod(hash(id, 7), 60) + 20 as age")
                .selectExpr(
                        "date_add(date'2026-01-01', int(month * 31 + id % 28)) as day",
                        "case when dice < if(month = 1, 40, 20) then '" + HOSTILE + "' when dice < 60 then 'north'"
                                + " when dice < 85 then 'west' else 'east' end as region",
                        "age",
                        "pmod(hash(id, 8), 1000) / 1000.0D"
                                + " - if(month = 1 and age >= 65 and dice >= 60 and dice < 85, 0.4D, 0D) as score",
                        "pmod(hash(id, 9), 7) as noise")
                .write()
                .parquet(folder.resolve("table").toString());
    }

    private MonitoredTable table(String search) throws IOException {
        return table("{pinned: 2026-01-01/2026-02-01}", search);
    }

    private MonitoredTable table(String reference, String search) throws IOException {
        return MonitoredTable.of(
                session,
                folder,
                """
                monitor: people
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1M
                reference: %s
                columns: {prediction: score}
                slice_search: %s
                """
                        .formatted(reference, search));
    }

    /** What the report of the command says. */
    private static Optional<List<ReportFoundSlice>> told(RunOutcome outcome) throws IOException {
        return report(outcome).foundSlices();
    }

    private static ReportDocument report(RunOutcome outcome) throws IOException {
        WindowOutcome window = outcome.windows().get(0);
        assertThat(window.findings()).noneMatch(it -> it.source().contains("slice"));
        return MonitoredTable.report(window);
    }

    private List<ReportFoundSlice> found(String window, String search) throws IOException {
        return told(table(search).run(window, ProfileOptions.NONE)).orElseThrow();
    }

    @Test
    void whatMovedIsFoundAndToldByItsPlainestDescription() throws IOException {
        List<ReportFoundSlice> found = found("2026-02-01/2026-03-01", "{}");

        assertThat(found)
                .filteredOn(it -> it.target().isEmpty())
                .extracting(ReportFoundSlice::name)
                .startsWith("region = " + HOSTILE)
                .contains("region = north");
        assertThat(found)
                .filteredOn(it -> it.name().equals("region = " + HOSTILE))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.before()).isCloseTo(0.2, within(0.03));
                    assertThat(it.now()).isCloseTo(0.4, within(0.03));
                    assertThat(it.effect()).isCloseTo(it.now() - it.before(), within(1e-12));
                    assertThat(it.adjusted()).isLessThan(1e-6);
                });
        assertThat(found)
                .filteredOn(it -> it.target().equals(Optional.of("score")) && it.effect() < 0)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.name()).containsAnyOf("west", "age ≥ "))
                .first()
                .satisfies(it -> assertThat(it.name()).contains("west").contains("age"));
        assertThat(found).noneMatch(it -> it.name().contains("noise"));
    }

    @Test
    void aQuietWindowHasNoneAndDepthAndColumnsBoundTheSearch() throws IOException {
        assertThat(found("2026-03-01/2026-04-01", "{}")).isEmpty();
        assertThat(found("2026-02-01/2026-03-01", "{depth: 1, columns: [age, noise], top: 1}"))
                .hasSizeLessThanOrEqualTo(1)
                .noneMatch(it -> it.name().contains("region"));
    }

    @Test
    void whatWasFoundIsToldAgainWhereRowsAreNotRead() throws IOException {
        MonitoredTable table = table("{depth: 1}");
        Optional<List<ReportFoundSlice>> found = told(table.run("2026-02-01/2026-03-01", ProfileOptions.NONE));
        assertThat(found).isPresent();

        RunOutcome again = table.drift("2026-02-01/2026-03-01");

        assertThat(told(again)).isEqualTo(found);
        assertThat(report(again).notes()).isEmpty();
    }

    @Test
    void saysWhyNothingCouldBeLookedFor() throws IOException {
        Path before = folder.resolve("before");
        session.read()
                .parquet(folder.resolve("table").toString())
                .where("day < '2026-02-01'")
                .write()
                .parquet(before.toString());
        MonitoredTable table = table("{path: before}", "{depth: 1, columns: [age]}");
        RunOutcome first = table.run("2026-02-01/2026-03-01", ProfileOptions.NONE);
        assertThat(told(first)).isPresent();
        assertThat(report(first).notes()).isEmpty();
        FileUtils.deleteDirectory(before.toFile());

        RunOutcome second = table.run("2026-03-01/2026-04-01", ProfileOptions.NONE);

        assertThat(told(second)).isEmpty();
        assertThat(report(second).notes())
                .singleElement()
                .asString()
                .startsWith("Slices that nobody named were not looked for: the rows of the reference cannot be read: ");
    }

    /** Where one part of all rows moves, each other one moves against all others. */
    @Test
    void whatAToldSliceExplainsIsNotToldAsWell() throws IOException {
        session.range(0, 8_000, 1, 1)
                .selectExpr("id", "id div 4000 as month", "pmod(hash(id), 100) as dice")
                .selectExpr(
                        "date_add(date'2026-01-01', int(month * 31 + id % 28)) as day",
                        "dice < 70 as member",
                        "if(pmod(hash(id, 3), 10) < if(dice < 70, 7, 2), 'web', 'shop') as channel",
                        "id % 200 as person",
                        "pmod(hash(id, 8), 1000) / 1000.0D - if(month = 1 and dice < 70, 0.5D, 0D) as score")
                .write()
                .parquet(folder.resolve("members").toString());
        Files.move(folder.resolve("table"), folder.resolve("people"));
        Files.move(folder.resolve("members"), folder.resolve("table"));

        List<ReportFoundSlice> found = found("2026-02-01/2026-03-01", "{columns: [member, channel]}");
        assertThat(found).extracting(ReportFoundSlice::name).containsExactly("member = true");

        List<ReportFoundSlice> clustered =
                found("2026-02-01/2026-03-01", "{columns: [member, channel]}\ndrift: {cluster: person}");
        assertThat(clustered).extracting(ReportFoundSlice::name).containsExactly("member = true");
        assertThat(clustered.get(0).effect()).isCloseTo(found.get(0).effect(), within(1e-9));
        assertThat(clustered.get(0).adjusted())
                .isGreaterThanOrEqualTo(found.get(0).adjusted());

        MonitoredTable oneKey = table("{columns: [member, channel]}\ndrift: {cluster: channel}");
        RunOutcome outcome = oneKey.run("2026-02-01/2026-03-01", ProfileOptions.NONE);
        assertThat(told(outcome)).isEmpty();
        assertThat(report(outcome).notes())
                .containsExactly(
                        "Slices that nobody named were not looked for: rows share so few keys of 'channel' that"
                                + " they cannot be told from chance.");
    }
}
