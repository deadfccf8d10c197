package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report --site} by the real command line, over the files that runs leave in a store. */
class ReportSiteTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    private Path folder;

    private Path store;
    private Path site;
    private StoredRuns runs;

    @BeforeEach
    void openStore() {
        store = folder.resolve("store");
        site = folder.resolve("site");
        runs = StoredRuns.in(store);
    }

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
                .containsExactly(
                        "_lock",
                        "index.html",
                        "lending/1-month/2020-2029.html",
                        "lending/1-month/_data/2020-2029.json",
                        "lending/1-month/_data/track.json",
                        "lending/1-month/columns.html",
                        "lending/1-month/compare.html",
                        "lending/1-month/index.html",
                        "lending/1-month/windows/2026-01-01_2026-02-01.html",
                        "lending/1-month/windows/2026-01-01_2026-02-01.json",
                        "lending/1-month/windows/2026-02-01_2026-03-01.html",
                        "lending/1-month/windows/2026-02-01_2026-03-01.json",
                        "trips/1-day/2026-Q1.html",
                        "trips/1-day/_data/2026-Q1.json",
                        "trips/1-day/_data/track.json",
                        "trips/1-day/columns.html",
                        "trips/1-day/compare.html",
                        "trips/1-day/index.html",
                        "trips/1-day/windows/2026-01-01_2026-01-02.html",
                        "trips/1-day/windows/2026-01-01_2026-01-02.json");
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
    void oneMoreRunReadsAndWritesNothingOfOlderOnes() throws IOException {
        for (int place = 0; place < 300; place++) {
            day("trips", place, place % 7 * 0.05);
        }
        assertThat(update()).isZero();
        String oldState = "trips/1-day/_data/2026-Q1.json";
        Files.writeString(site.resolve(oldState), "no state any more");
        Files.writeString(site.resolve("trips/1-day/2026-Q2.html"), "no page any more");
        StoreFiles files = StoreFiles.at(store.toString());
        for (int place = 0; place < 300; place++) {
            spoil(Path.of(files.reportJson("trips", ofDay(place))));
        }
        age(site);

        day("trips", 300, 0.4);
        assertThat(update()).as(err()).isZero();

        assertThat(out()).contains("trips/1-day: 1 new or changed\n");
        assertThat(young(site))
                .containsExactlyInAnyOrder(
                        "index.html",
                        "trips/1-day/2026-Q4.html",
                        "trips/1-day/_data/2026-Q4.json",
                        "trips/1-day/_data/track.json",
                        "trips/1-day/columns.html",
                        "trips/1-day/compare.html",
                        "trips/1-day/index.html",
                        "trips/1-day/windows/2026-10-28_2026-10-29.html",
                        "trips/1-day/windows/2026-10-28_2026-10-29.json");

        age(site);
        assertThat(update()).as(err()).isZero();
        assertThat(out()).contains("trips/1-day: 0 new or changed\n");
        assertThat(young(site)).isEmpty();
    }

    @Test
    void runsInAnyOrderGiveTheSiteOfAllAtOnce() throws IOException {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < 130; place++) {
            if (place < 70 || place > 95) {
                places.add(place);
            }
        }
        Collections.shuffle(places, new Random(5));
        int done = 0;
        for (int place : places) {
            day("trips", place, place % 11 * 0.03);
            if (++done % 8 == 0) {
                assertThat(update()).as(err()).isZero();
            }
        }
        month("lending", 1, 0.2);
        assertThat(update()).as(err()).isZero();
        SortedMap<String, String> little = content();

        site = folder.resolve("at-once");
        assertThat(update()).as(err()).isZero();

        assertThat(content()).isEqualTo(little);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "trips/1-day/index.html",
                "trips/1-day/compare.html",
                "trips/1-day/2026-Q2.html",
                "trips/1-day/_data/2026-Q2.json",
                "trips/1-day/_data/track.json",
                "trips/1-day/windows/2026-04-01_2026-04-02.json"
            })
    void anUpdateThatBrokeOffIsMadeGoodByTheNext(String file) throws IOException {
        for (int place = 80; place < 90; place++) {
            day("trips", place, 0.05);
        }
        assertThat(update()).isZero();
        day("trips", 90, 0.4);
        Path target = site.resolve(file);
        Path old = folder.resolve("old");
        if (Files.exists(target)) {
            Files.move(target, old);
        }
        Files.createDirectories(target.resolve("in the way"));

        assertThat(update()).isEqualTo(1);
        assertThat(err()).contains(file);

        Files.delete(target.resolve("in the way"));
        Files.delete(target);
        if (Files.exists(old)) {
            Files.move(old, target);
        }
        assertThat(update()).as(err()).isZero();
        SortedMap<String, String> repeated = content();
        site = folder.resolve("clean");
        assertThat(update()).isZero();
        assertThat(content()).isEqualTo(repeated);
    }

    @Test
    void aWindowThatRanAgainIsShownAsItIsNow() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 2, 0.3);
        update();

        runs.put("lending", ofMonth(2), "P1M", "again", Map.of("income", 0.01));
        assertThat(update()).isZero();

        assertThat(out()).contains("lending/1-month: 1 new or changed\n");
        assertThat(site.resolve("lending/1-month/windows/2026-02-01_2026-03-01.html"))
                .content()
                .contains("again");
        assertThat(site.resolve("lending/1-month/index.html"))
                .content()
                .contains("Nothing unusual: no drift in 1 column.")
                .doesNotContain("drifted beyond");
    }

    @Test
    void whatIsNoLongerInTheStoreIsTakenOffTheSite() throws IOException {
        month("lending", 1, 0.05);
        month("lending", 2, 0.3);
        day("lending", 0, 0.3);
        update();

        remove("lending", ofMonth(2));
        remove("lending", ofDay(0));
        assertThat(update()).as(err()).isZero();

        assertThat(out())
                .contains("lending/1-day: 0 new or changed, 1 removed\n")
                .contains("lending/1-month: 0 new or changed, 1 removed\n");
        assertThat(content().keySet())
                .containsExactly(
                        "_lock",
                        "index.html",
                        "lending/1-month/2020-2029.html",
                        "lending/1-month/_data/2020-2029.json",
                        "lending/1-month/_data/track.json",
                        "lending/1-month/columns.html",
                        "lending/1-month/compare.html",
                        "lending/1-month/index.html",
                        "lending/1-month/windows/2026-01-01_2026-02-01.html",
                        "lending/1-month/windows/2026-01-01_2026-02-01.json");
        assertThat(site.resolve("index.html")).content().doesNotContain("1-day");
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

    private int update() {
        return run("report", "--site", site.toString(), "--store", store.toString());
    }

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        return terminal.run(
                Map.of(), clock, progress -> new MonitorJobs(progress, clock, StoreListener.SILENT), arguments);
    }

    private void month(String monitor, int month, double index) throws IOException {
        runs.put(monitor, ofMonth(month), "P1M", "run-" + month, Map.of("income", index));
    }

    private void day(String monitor, int place, double index) throws IOException {
        runs.put(monitor, ofDay(place), "P1D", "run-" + place, Map.of("distance", index, "fare", index / 2));
    }

    private static Window ofMonth(int month) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(1));
    }

    private static Window ofDay(int place) {
        return Window.ofDay(DAY.plusDays(place));
    }

    private void remove(String monitor, Window window) throws IOException {
        StoreFiles files = StoreFiles.at(store.toString());
        for (URI file : List.of(files.reportJson(monitor, window), files.runStatus(monitor, window))) {
            Files.delete(Path.of(file));
        }
    }

    /** Other content of the same length and time: whoever opens the file notices, who looks at it from outside does not. */
    private static void spoil(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "x".repeat((int) Files.size(file)));
        Files.setLastModifiedTime(file, time);
    }

    private static void age(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        }
    }

    private static Set<String> young(Path folder) throws IOException {
        Set<String> young = new HashSet<>();
        for (Path file : files(folder)) {
            if (Files.getLastModifiedTime(file).toInstant().isAfter(LONG_AGO.plus(Duration.ofDays(1)))) {
                young.add(folder.relativize(file).toString());
            }
        }
        return young;
    }

    private SortedMap<String, String> content() {
        TreeMap<String, String> content = new TreeMap<>();
        for (Path file : files(site)) {
            try {
                content.put(site.relativize(file).toString(), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return content;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String out() {
        return terminal.out();
    }

    private String err() {
        return terminal.err();
    }
}
