package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@code report --site} over a store of their own. */
abstract class ReportSiteFixture {
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /** The files of a site that shows one month of one monitor. */
    static final List<String> LENDING_IN_JANUARY = List.of(
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

    final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    Path folder;

    Path store;
    Path site;
    StoredRuns runs;

    @BeforeEach
    void openStore() {
        store = folder.resolve("store");
        site = folder.resolve("site");
        runs = StoredRuns.in(store);
    }

    int update() {
        return run("report", "--site", site.toString(), "--store", store.toString());
    }

    int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        return terminal.run(
                Map.of(), clock, progress -> new MonitorJobs(progress, clock, StoreListener.SILENT), arguments);
    }

    void month(String monitor, int month, double index) throws IOException {
        runs.put(monitor, ofMonth(month), "P1M", "run-" + month, Map.of("income", index));
    }

    void day(String monitor, int place, double index) throws IOException {
        runs.put(monitor, ofDay(place), "P1D", "run-" + place, Map.of("distance", index, "fare", index / 2));
    }

    static Window ofMonth(int month) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(1));
    }

    static Window ofDay(int place) {
        return Window.ofDay(DAY.plusDays(place));
    }

    SortedMap<String, String> content() {
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

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String out() {
        return terminal.out();
    }

    String err() {
        return terminal.err();
    }
}
