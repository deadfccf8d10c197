package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code report --site} by the real command line, over the files that runs leave in a store. */
class ReportSiteTest extends ReportSiteFixture {
    @Test
    void showsEveryMonitorAndWindowWithItsReport() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 2, 0.3);
        day("trips", 0, 0.02);

        assertThat(update()).isZero();

        assertThat(out())
                .isEqualTo("lending/1-month: 2 new or changed\ntrips/1-day: 1 new or changed\nsite: "
                        + site.resolve("index.html") + "\n");
        assertThat(err()).isEmpty();
        assertThat(content().keySet())
                .containsExactlyElementsOf(Stream.concat(
                                LENDING_IN_JANUARY.stream(),
                                Stream.of(
                                        "lending/1-month/windows/2026-02-01_2026-03-01.html",
                                        "lending/1-month/windows/2026-02-01_2026-03-01.json",
                                        "trips/1-day/2026-Q1.html",
                                        "trips/1-day/_data/2026-Q1.json",
                                        "trips/1-day/_data/track.json",
                                        "trips/1-day/columns.html",
                                        "trips/1-day/compare.html",
                                        "trips/1-day/index.html",
                                        "trips/1-day/windows/2026-01-01_2026-01-02.html",
                                        "trips/1-day/windows/2026-01-01_2026-01-02.json"))
                        .toList());
        assertThat(site.resolve("index.html"))
                .content()
                .contains("lending table", "./lending/1-month/index.html", "./trips/1-day/index.html");
        assertThat(site.resolve("lending/1-month/index.html"))
                .content()
                .contains("windows/2026-02-01_2026-03-01.html", "1 of 1 column drifted beyond the limit");
        assertThat(site.resolve("lending/1-month/windows/2026-02-01_2026-03-01.json"))
                .hasSameTextualContentAs(store.resolve("_reports/lending/2026-02-01_2026-03-01/report.json"));
    }

    @Test
    void aMissingWindowIsAGapUntilItRuns() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 4, 0.05);
        update();
        assertThat(site.resolve("lending/1-month/index.html"))
                .content()
                .contains("2026-02-01 to 2026-04-01", "2 windows without a run");
        assertThat(site.resolve("index.html")).content().contains("2 windows without a run");

        month("lending", 2, 0.05);
        month("lending", 3, 0.05);
        update();
        assertThat(site.resolve("lending/1-month/index.html")).content().doesNotContain("without a run");
    }

    @Test
    void aLateWindowMendsTheGapThatTheNextPageBeginsWith() throws IOException {
        day("trips", 88, 0.05);
        day("trips", 90, 0.05);
        update();
        Path second = site.resolve("trips/1-day/2026-Q2.html");
        assertThat(second).content().contains("1 window without a run");

        day("trips", 89, 0.05);
        update();
        assertThat(second).content().doesNotContain("without a run");
    }

    @Test
    void anEmptyWindowHidesTheReportOfAnEarlierRun() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 2, 0.3);
        update();

        runs.putEmpty("lending", ofMonth(2), "P1M");
        update();

        assertThat(site.resolve("lending/1-month/index.html"))
                .content()
                .contains("The window holds no rows.")
                .doesNotContain("windows/2026-02-01_2026-03-01.html", "without a run");
        assertThat(site.resolve("lending/1-month/windows/2026-02-01_2026-03-01.html"))
                .doesNotExist();
    }

    @Test
    void aReportThatCannotBeReadIsSaidAndStopsNothing() throws IOException {
        month("lending", 1, 0.05);
        runs.putBrokenReport("lending", ofMonth(2));

        assertThat(update()).as(err()).isZero();

        assertThat(site.resolve("lending/1-month/index.html"))
                .content()
                .contains("Undecided", "report.json has format_version 1", "run the window again");
    }

    @Test
    void onlyTheWindowThatIsNamedIsLookedAt() throws IOException {
        Path monitor = Files.writeString(
                folder.resolve("trips.yaml"),
                """
                monitor: trips
                source: {format: csv, path: trips.csv}
                time: {column: at}
                windows: P1D
                reference: {pinned: 2025-01-01/2026-01-01}
                store: store
                """);
        for (int place = 0; place < 3; place++) {
            day("trips", place, 0.05);
        }
        day("other", 0, 0.05);

        assertThat(run(
                        "report",
                        "--site",
                        site.toString(),
                        "-c",
                        monitor.toString(),
                        "--window",
                        "2026-01-02/2026-01-03"))
                .as(err())
                .isZero();
        assertThat(content().keySet())
                .contains("trips/1-day/windows/2026-01-02_2026-01-03.html")
                .noneMatch(file -> file.contains("2026-01-01_") || file.startsWith("other"));

        assertThat(run("report", "--site", site.toString(), "-c", monitor.toString()))
                .isZero();
        assertThat(out()).startsWith("trips/1-day: 2 new or changed\n");
        assertThat(run(
                        "report",
                        "--site",
                        site.toString(),
                        "-c",
                        monitor.toString(),
                        "--window",
                        "2026-02-01/2026-02-02"))
                .isEqualTo(2);
        assertThat(err())
                .isEqualTo("lakewarden: The store " + store + " has no run of monitor 'trips' for"
                        + " 2026-02-01/2026-02-02; make one with: lakewarden run\n");
    }

    @Test
    void hostileNamesBecomeTextAndFoldersOfTheirOwn() throws IOException {
        String monitor = "../\"><script>alert(1)</script>";
        runs.put(monitor, ofMonth(1), "P1M", "<img src=x onerror=alert(1)>", Map.of("</td><script>alert(2)", 0.4));
        Files.createDirectories(store.resolve("_reports/javascript:alert(3)/2026-01-01_2026-02-01"));
        Files.createDirectories(store.resolve("_reports/x/..html"));

        assertThat(update()).as(err()).isZero();

        assertThat(content().keySet()).allMatch(file -> file.matches("[A-Za-z0-9=_./-]+"));
        assertThat(content()).allSatisfy((file, text) -> {
            if (file.endsWith(".html")) {
                assertThat(text).doesNotContain("<script>alert", "<img", "javascript:");
            }
        });
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("store", "site");
        }
    }

    @Test
    void writesTheOutcomeAsJson() throws IOException {
        month("lending", 1, 0.05);

        run("report", "--site", site.toString(), "--store", store.toString(), "--format", "json");

        JsonNode document = new ObjectMapper().readTree(out());
        assertThat(document.at("/site").asText())
                .isEqualTo(site.resolve("index.html").toString());
        assertThat(document.at("/tracks/0/folder").asText()).isEqualTo("lending/1-month");
        assertThat(document.at("/tracks/0/shown").asInt()).isEqualTo(1);
    }

    @Test
    void refusesWhatWouldMixOrOverwrite() throws IOException {
        assertThat(update()).isEqualTo(2);
        assertThat(err()).contains("holds no runs; name another with --store");
        month("lending", 1, 0.05);
        Files.createDirectories(site);
        Files.writeString(site.resolve("index.html"), "mine");
        assertThat(update()).isEqualTo(2);
        assertThat(err()).contains("holds an index.html of something else");
        assertThat(site.resolve("index.html")).hasContent("mine");

        Files.delete(site.resolve("index.html"));
        assertThat(update()).isZero();
        StoredRuns.in(folder.resolve("other")).put("lending", ofMonth(1), "P1M", "r", Map.of());
        assertThat(run(
                        "report",
                        "--site",
                        site.toString(),
                        "--store",
                        folder.resolve("other").toString()))
                .isEqualTo(2);
        assertThat(err()).contains("shows the monitor 'lending' of another store");

        Files.writeString(site.resolve("lending/1-month/_data/track.json"), "{\"format_version\": 7}");
        assertThat(update()).isEqualTo(2);
        assertThat(err()).contains("_data/track.json", "Delete " + site.resolve("lending/1-month"));
    }
}
