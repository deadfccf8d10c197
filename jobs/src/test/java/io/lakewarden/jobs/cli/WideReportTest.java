package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of wide tables by the real command line, wherever they are written: in a store, as copies, in a site. */
class WideReportTest {
    private static final Window JANUARY = Window.parse("2026-01-01/2026-02-01");
    private static final String REPORT = "_reports/wide/2026-01-01_2026-02-01/";

    private final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    private Path folder;

    private Path store;
    private StoredRuns runs;

    @BeforeEach
    void openStore() throws IOException {
        store = folder.resolve("store");
        runs = StoredRuns.in(store);
        Files.writeString(
                folder.resolve("wide.yaml"),
                """
                monitor: wide
                source: {format: csv, path: wide.csv}
                time: {column: at}
                windows: P1M
                reference: {pinned: 2025-01-01/2026-01-01}
                store: store
                """);
    }

    @Test
    void columnsBeyondTheBudgetLieBesideThePage() throws IOException {
        run(200, "first");

        assertThat(report()).as(terminal.err()).isZero();

        SortedMap<String, String> content = content(store.resolve(REPORT));
        assertThat(content.keySet())
                .hasSize(4)
                .contains("report.html", "report.json")
                .filteredOn(file -> file.startsWith("report_files/"))
                .allMatch(file -> file.matches("report_files/columns-000[12]-[0-9a-f]{12}\\.html"));
        assertLinked(content, "report.html");
        assertThat(report()).isZero();
        assertThat(content(store.resolve(REPORT))).isEqualTo(content);
    }

    @Test
    void anotherRunLeavesNoSideFileOfTheFirst() throws IOException {
        run(200, "first");
        report();
        SortedMap<String, String> first = content(store.resolve(REPORT));

        run(200, "second");
        report();

        SortedMap<String, String> second = content(store.resolve(REPORT));
        assertThat(second).hasSameSizeAs(first).doesNotContainKeys(sides(first));
        assertLinked(second, "report.html");

        run(100, "narrow");
        report();
        assertThat(content(store.resolve(REPORT))).containsOnlyKeys("report.html", "report.json");
    }

    @Test
    void aWriteThatWasKilledIsMadeGood() throws IOException {
        run(200, "first");
        report();
        SortedMap<String, String> once = content(store.resolve(REPORT));
        String[] sides = sides(once);
        Files.delete(store.resolve(REPORT + sides[0]));
        Files.writeString(store.resolve(REPORT + sides[1]), "a part");
        Files.writeString(store.resolve(REPORT + "report_files/columns-0001-000000000000.html"), "of a killed run");
        Files.writeString(store.resolve(REPORT + "report_files/notes.txt"), "somebody's own");

        assertThat(report()).isZero();

        SortedMap<String, String> again = content(store.resolve(REPORT));
        assertThat(again.remove("report_files/notes.txt")).isEqualTo("somebody's own");
        assertThat(again).isEqualTo(once);
    }

    @Test
    void aPageIsNotReplacedBeforeItsSideFilesAreThere() throws IOException {
        run(200, "first");
        report();
        SortedMap<String, String> first = content(store.resolve(REPORT));
        run(200, "second");
        Path sides = store.resolve(REPORT + "report_files");
        Path away = folder.resolve("away");
        Files.move(sides, away);
        Files.writeString(sides, "in the way");

        assertThat(report()).isEqualTo(1);

        assertThat(store.resolve(REPORT + "report.html")).hasContent(first.get("report.html"));
        Files.delete(sides);
        Files.move(away, sides);
        assertThat(report()).isZero();
        assertThat(content(store.resolve(REPORT))).doesNotContainKeys(sides(first));
    }

    @Test
    void copiesTakeTheSideFilesAlong() throws IOException {
        run(200, "first");
        Path copies = folder.resolve("copies");

        assertThat(report("--output", copies.toString())).as(terminal.err()).isZero();

        SortedMap<String, String> content = content(copies);
        assertThat(content).hasSize(3).containsKey("wide_2026-01-01_2026-02-01.html");
        assertLinked(content, "wide_2026-01-01_2026-02-01.html");
        assertThat(content.get("wide_2026-01-01_2026-02-01.html")).doesNotContain("All windows of this monitor");
        assertThat(terminal.out())
                .contains(copies.resolve("wide_2026-01-01_2026-02-01.html").toString());
    }

    @Test
    void oneFileHoldsAllWhereAskedFor() throws IOException {
        run(200, "first");
        report();

        assertThat(report("--single-file")).as(terminal.err()).isZero();

        SortedMap<String, String> content = content(store.resolve(REPORT));
        assertThat(content).containsOnlyKeys("report.html", "report.json");
        assertThat(content.get("report.html")).doesNotContain("report_files", "frame-src");
    }

    @Test
    void aSiteHoldsThemAndLeadsBackToTheMonitor() throws IOException {
        run(200, "first");
        Path site = folder.resolve("site");

        assertThat(site(site)).as(terminal.err()).isZero();

        String page = "2026-01-01_2026-02-01.html";
        Path windows = site.resolve("wide/1-month/windows");
        SortedMap<String, String> content = content(windows);
        assertThat(content).hasSize(4).containsKey(page);
        assertLinked(content, page);
        assertThat(content.get(page)).contains("<a href=\"../index.html\">All windows of this monitor</a>");
        assertThat(windows.resolve("../index.html")).exists();

        run(100, "narrow");
        assertThat(site(site)).isZero();
        assertThat(content(windows)).containsOnlyKeys(page, "2026-01-01_2026-02-01.json");

        run(200, "wide again");
        assertThat(site(site)).isZero();
        runs.putEmpty("wide", JANUARY, "P1M");
        assertThat(site(site)).isZero();
        assertThat(content(windows)).isEmpty();
    }

    private void run(int columns, String runId) throws IOException {
        Map<String, Double> indexes = IntStream.range(0, columns)
                .boxed()
                .collect(Collectors.toMap("feature_%03d"::formatted, place -> place % 10 * 0.01));
        runs.put("wide", JANUARY, "P1M", runId, indexes);
    }

    private int report(String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "report", "-c", folder.resolve("wide.yaml").toString(), "--window", JANUARY.toString()),
                        Stream.of(more))
                .toList();
        return command(arguments.toArray(String[]::new));
    }

    private int site(Path site) {
        return command("report", "--site", site.toString(), "--store", store.toString());
    }

    private int command(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        return terminal.run(
                Map.of(), clock, progress -> new MonitorJobs(progress, clock, StoreListener.SILENT), arguments);
    }

    /** Every side file is linked by the page and leads back to it, and every link leads to a column of a side file. */
    private static void assertLinked(SortedMap<String, String> content, String page) {
        for (String side : sides(content)) {
            assertThat(content.get(page)).contains("<a href=\"" + side + "#column-");
            assertThat(content.get(side)).contains("<a href=\"../" + page + "\">");
        }
        List<String> links = Stream.of(content.get(page).split("<a href=\"", -1))
                .map(text -> text.substring(0, text.indexOf('"') < 0 ? 0 : text.indexOf('"')))
                .filter(link -> link.contains("_files/"))
                .toList();
        assertThat(links).hasSize(80).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            assertThat(content.get(parts[0])).contains("id=\"" + parts[1] + "\"");
        });
    }

    private static String[] sides(SortedMap<String, String> content) {
        return content.keySet().stream()
                .filter(file -> file.contains("_files/"))
                .toArray(String[]::new);
    }

    /** The files below a folder by their paths, with {@code /}. */
    private static SortedMap<String, String> content(Path folder) throws IOException {
        TreeMap<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return content;
    }
}
