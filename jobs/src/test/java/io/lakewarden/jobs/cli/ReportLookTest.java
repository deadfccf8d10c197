package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.store.StoreListener;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report} in a team's own look, by the real command line over stored runs. */
class ReportLookTest {
    private final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    private Path folder;

    private Path monitor;
    private Path html;

    @BeforeEach
    void store() throws IOException {
        StoredRuns.in(folder.resolve("store"))
                .put("lending", Window.parse("2026-01-01/2026-02-01"), "P1M", "r1", Map.of("income", 0.3));
        html = folder.resolve("store/_reports/lending/2026-01-01_2026-02-01/report.html");
        monitor = folder.resolve("lending.yaml");
        look("");
    }

    @Test
    void theMonitorSaysHowItsReportsLookAndTheCommandComesBefore() throws IOException {
        write("team/theme.properties", "organisation = Linden Bank\n");
        write("other/theme.properties", "organisation = Other Bank\n");
        look("report: {templates: team, language: de}\n");

        assertThat(report()).isZero();
        assertThat(err()).isEmpty();
        assertThat(html)
                .content()
                .contains("<html lang=\"de\"", "Linden Bank · ", "Was sich am stärksten verschoben hat");

        assertThat(report("--templates", folder.resolve("other").toString(), "--language", "en"))
                .isZero();
        assertThat(html).content().contains("<html lang=\"en\"", "Other Bank · ", "What drifted most");

        assertThat(report("--language", "en")).isZero();
        assertThat(html).content().contains("<html lang=\"en\"", "Linden Bank · ");
    }

    @Test
    void aBrokenTemplateIsToldAndTheStandardReportIsWritten() throws IOException {
        report();
        String standard = Files.readString(html);
        write("team/sections/steps.html", "<section data-title=\"Steps\">\n<p th:text=\"${reprt}\"></p></section>");
        Path broken = folder.resolve("team/sections/steps.html");
        look("report: {templates: team}\n");
        Files.delete(html);

        assertThat(report()).isEqualTo(2);

        assertThat(html).content().isEqualTo(standard);
        assertThat(err())
                .isEqualTo(broken
                        + ":2: there is no variable 'reprt'; expected report, page, language, look or one that the"
                        + " template declares. The standard report was written instead\n");
        assertThat(out()).contains("report: " + html);
    }

    @Test
    void theOutcomeAsJsonHasTheComplaints() throws IOException {
        write("team/theme.properties", "light.soft = #ccc\n");

        assertThat(report("--templates", folder.resolve("team").toString(), "--format", "json"))
                .isZero();

        JsonNode document = new ObjectMapper().readTree(out());
        assertThat(document.at("/exit_code").asInt()).isZero();
        assertThat(document.at("/complaints")).hasSize(3);
        assertThat(document.at("/complaints/0").asText())
                .contains("theme.properties:1: light.soft (#cccccc) on light.");
        assertThat(err().lines()).hasSize(3);
    }

    @Test
    void aLanguageThatIsNoneIsToldWithThoseThereAre() {
        assertThat(report("--language", "klingon")).isEqualTo(2);
        assertThat(err()).startsWith("there is no language 'klingon' for reports; expected one of de, en,");
        assertThat(html).content().contains("<html lang=\"en\"");
    }

    @Test
    void theSiteHasTheStandardLook() {
        assertThat(run(
                        "report",
                        "--site",
                        folder.resolve("site").toString(),
                        "-c",
                        monitor.toString(),
                        "--language",
                        "de"))
                .isEqualTo(2);
        assertThat(err()).contains("--templates and --language are for single reports");
    }

    private void look(String lines) throws IOException {
        write(
                "lending.yaml",
                """
                monitor: lending
                source: {format: csv, path: lending.csv}
                time: {column: at}
                windows: P1M
                reference: {pinned: 2025-01-01/2025-07-01}
                store: store
                """
                        + lines);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private int report(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("report", "-c", monitor.toString(), "--window", "2026-01-01/2026-02-01"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        return terminal.run(
                Map.of(), clock, progress -> new MonitorJobs(progress, clock, StoreListener.SILENT), arguments);
    }

    private String out() {
        return terminal.out();
    }

    private String err() {
        return terminal.err();
    }
}
