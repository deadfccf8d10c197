package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of reports of wide tables. */
class SideFilesTest {
    private static final ReportLayout LAYOUT = new ReportLayout("report", ReportForm.WITH_SIDE_FILES);

    @Test
    void staysSmallForAWideTable() throws IOException {
        MemoryFolder folder = written(SampleReports.wide(500, 25));
        Document page = page(folder);

        assertThat(bytes(folder.files().get("report.html"))).isLessThan(2_500_000);
        assertThat(page.select("details.column")).hasSize(500);
        assertThat(page.select("details.column[open]")).hasSize(12);
        assertThat(page.select("#over-time tbody tr")).hasSize(500);
        assertThat(page.select("details.column:has(table.metrics)")).hasSize(120);
        assertThat(page.select("details.column[open]:has(table.metrics)"))
                .as("what drifted most is shown whole")
                .hasSize(12);
        Element brief = page.selectFirst("details.column:not(:has(table.metrics))");
        assertThat(brief.select(".headline").text()).startsWith("CSI ");
        assertThat(brief.select("svg, table")).isEmpty();
        assertThat(brief.select(".elsewhere a")).hasSize(1);
        assertThat(page.select("details.column:has(.elsewhere):has(.said)"))
                .as("what was found is told in the page")
                .isNotEmpty();
        assertThat(page.select("#columns > .hint").text()).contains("Of 380 columns", "report_files");
    }

    @Test
    void opensForAVeryWideTable() throws IOException {
        MemoryFolder folder = written(SampleReports.wide(3_000, 25));
        Document page = page(folder);

        assertThat(bytes(folder.files().get("report.html"))).isLessThan(6_000_000);
        assertThat(page.select("details.column")).hasSize(3_000);
        assertThat(page.select(".ranking > li")).hasSize(40);
        assertThat(page.select("#drift > .hint").text()).endsWith("more columns are beyond a limit.");
        assertThat(page.select("#findings > details tbody tr")).hasSize(500);
        assertThat(page.select("#findings > details .hint").text()).startsWith("Not listed: ");
        assertThat(sides(folder)).hasSize(72);
        assertThat(sides(folder).values())
                .allSatisfy(side -> assertThat(bytes(side)).isLessThan(1_500_000));
    }

    @Test
    void showsInASideFileWhatAnUnfoldedColumnShows() throws IOException {
        ReportDocument document = SampleReports.wide(200, 5);
        MemoryFolder folder = written(document);
        Document alone = Jsoup.parse(HtmlReport.render(document));
        Map<String, Document> sides = sides(folder).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, side -> Jsoup.parse(side.getValue())));
        int elsewhere = 0;

        for (Element part : page(folder).select("details.column")) {
            Element shown = part;
            Element link = part.selectFirst(".elsewhere a");
            if (link != null) {
                String[] address = link.attr("href").split("#", 2);
                assertThat(address[1]).isEqualTo(part.id());
                shown = sides.get(address[0]).getElementById(address[1]);
                elsewhere++;
            }
            assertThat(shown.selectFirst(".body").html())
                    .isEqualTo(
                            alone.getElementById(part.id()).selectFirst(".body").html());
            assertThat(shown.selectFirst("summary").html())
                    .isEqualTo(part.selectFirst("summary").html());
        }

        assertThat(elsewhere).isEqualTo(80);
        assertThat(alone.select(".elsewhere")).isEmpty();
    }

    @Test
    void theSameDocumentGivesTheSameFilesAndNothingElseIsTouched() throws IOException {
        MemoryFolder folder = new MemoryFolder();
        folder.write("report_files/notes.html", "somebody's own");
        HtmlReport.write(SampleReports.wide(200, 5), LAYOUT, folder);
        Map<String, String> once = Map.copyOf(folder.files());

        HtmlReport.write(ReportJson.read(ReportJson.write(SampleReports.wide(200, 5))), LAYOUT, folder);

        assertThat(folder.files()).isEqualTo(once).containsKey("report_files/notes.html");
    }

    @Test
    void sideFilesComeFirstThenThePageThenOldOnesGo() throws IOException {
        MemoryFolder folder = written(SampleReports.wide(200, 5));
        List<String> old = List.copyOf(sides(folder).keySet());
        folder.steps().clear();

        HtmlReport.write(SampleReports.wide(200, 6), LAYOUT, folder);

        assertThat(old).hasSize(2).doesNotContainAnyElementsOf(sides(folder).keySet());
        assertThat(folder.steps().stream()
                        .map(step -> step.replaceAll("columns-.*", "columns"))
                        .toList())
                .containsExactly(
                        "write report_files/columns",
                        "write report_files/columns",
                        "write report.html",
                        "delete report_files/columns",
                        "delete report_files/columns");

        HtmlReport.delete(LAYOUT, folder);
        assertThat(folder.files()).isEmpty();
    }

    @Test
    void everyFileHasAPolicyThatLetsInNoMoreThanItNeeds() throws IOException {
        MemoryFolder folder = written(SampleReports.wide(200, 5));
        String allowed = "default-src 'none'; style-src 'unsafe-inline'; %sscript-src 'sha256-[A-Za-z0-9+/]+=';"
                + " base-uri 'none'; form-action 'none'";

        assertThat(policy(page(folder))).matches(allowed.formatted("frame-src 'self'; "));
        assertThat(page(folder).select("iframe, frame, object, embed")).isEmpty();
        assertThat(sides(folder).values())
                .allSatisfy(side -> assertThat(policy(Jsoup.parse(side))).matches(allowed.formatted("")));
        assertThat(policy(Jsoup.parse(HtmlReport.render(SampleReports.wide(200, 5)))))
                .matches(allowed.formatted(""));
    }

    @Test
    void hostileNamesAreTextInSideFilesAndNoPartOfAnAddress() throws IOException {
        String text = "../\"><script>alert(1)</script>#?&<img src=x onerror=alert(1)>";
        List<ReportColumn> columns = new ArrayList<>();
        IntStream.range(0, 130).forEach(place -> columns.add(HostileReport.column(text)));
        List<Finding> findings = List.of(new Finding(text, text, text, Status.FAIL, text, text, text));

        MemoryFolder folder = written(HostileReport.document(text, columns, findings));

        assertThat(folder.files().keySet())
                .allMatch(file -> file.matches("report(_files/columns-0001-[0-9a-f]+)?\\.html"));
        assertThat(sides(folder)).hasSize(1);
        folder.files().values().forEach(file -> {
            Document page = Jsoup.parse(file);
            assertThat(page.select("img, iframe, link")).isEmpty();
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select("a").eachAttr("href"))
                    .allMatch(link -> link.matches("(#[a-z0-9-]+|[a-z_]+/columns-0001-[0-9a-f]+\\.html#column-[0-9]+"
                            + "|\\.\\./report\\.html)"));
            assertThat(page.select("h3 bdi")).isNotEmpty();
        });
    }

    @Test
    void aSideFileSaysWhatItIsAPartOfAndIsBuiltForEveryReader() throws IOException {
        Document side = Jsoup.parse(
                sides(written(SampleReports.wide(200, 5))).values().iterator().next());

        assertThat(side.title()).isEqualTo("Lending applications, 2026-03: columns, part 1 of 2");
        assertThat(side.selectFirst(".eyebrow a").attr("href")).isEqualTo("../report.html");
        assertThat(side.selectFirst(".verdict .sentence").text()).isNotBlank();
        assertThat(side.select("details.column")).hasSize(40);
        assertThat(side.select("header, nav, main, footer")).hasSize(4);
        assertThat(side.select("th:not([scope])")).isEmpty();
        assertThat(side.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Element link : side.select("a[href^=#]")) {
            assertThat(side.getElementById(link.attr("href").substring(1)))
                    .as(link.text())
                    .isNotNull();
        }
        assertThat(side.select("input, select, button"))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.closest("[hidden]")).isNotNull());
    }

    @Test
    void aReportOfASiteLeadsToTheTimeline() throws IOException {
        MemoryFolder folder = new MemoryFolder();

        HtmlReport.write(
                LendingReport.document(),
                new ReportLayout("2026-03", ReportForm.WITH_SIDE_FILES, Optional.of("../index.html")),
                folder);

        assertThat(folder.files()).containsOnlyKeys("2026-03.html");
        Element link = Jsoup.parse(folder.files().get("2026-03.html")).selectFirst("header .eyebrow a");
        assertThat(link.attr("href")).isEqualTo("../index.html");
        assertThat(Jsoup.parse(HtmlReport.render(LendingReport.document())).select("header a[href$=.html]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "a/b", "\"", "a#b", "ı", ".hidden", "-x"})
    void aNameThatMeansSomethingElseInAnAddressIsRefused(String name) {
        assertThatThrownBy(() -> new ReportLayout(name, ReportForm.ONE_FILE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a report is named with");
    }

    private static MemoryFolder written(ReportDocument document) throws IOException {
        MemoryFolder folder = new MemoryFolder();
        HtmlReport.write(document, LAYOUT, folder);
        return folder;
    }

    private static Document page(MemoryFolder folder) {
        return Jsoup.parse(folder.files().get("report.html"));
    }

    private static Map<String, String> sides(MemoryFolder folder) {
        return folder.files().tailMap("report_files/");
    }

    private static String policy(Document page) {
        return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
