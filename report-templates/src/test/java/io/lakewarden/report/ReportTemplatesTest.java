package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.team.Look;
import io.lakewarden.report.team.TeamFolder;
import io.lakewarden.report.text.PackagedFile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A folder of a team's own changes the page. */
class ReportTemplatesTest extends ReportTemplatesFixture {
    private static final Path EXAMPLE = Path.of("..", "examples", "report-templates");
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=";

    @Test
    void anEmptyFolderLeavesThePageAsItIs() {
        assertThat(page()).isEqualTo(STANDARD);
        assertThat(STANDARD).doesNotContain("img-src", "<img");
    }

    @Test
    void aThemeSetsColoursAndSaysWhoTheReportIsFrom() throws IOException {
        write(
                "theme.properties",
                "# ours\norganisation = Bank & Söhne\ntitle = Watch\nlight.link = #036\ndark.ink=#FFFFFF\n");

        RenderedReport report = render();
        Document page = Jsoup.parse(report.html());

        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(page.select(".eyebrow").text()).isEqualTo("Bank & Söhne · Watch");
        assertThat(page.select("style").last().data())
                .contains("--link: light-dark(#003366, #9cc4f5);", "--ink: light-dark(#1c2530, #ffffff);");
        assertThat(policy(page)).doesNotContain("img-src");
    }

    @Test
    void aLogoIsInThePageAndNothingElseMayBe() throws IOException {
        write("theme.properties", "organisation = Bank");
        Files.write(folder.resolve("logo.png"), Base64.getDecoder().decode(DOT));

        Document page = Jsoup.parse(page());

        assertThat(page.select("img")).hasSize(1);
        assertThat(page.select("header img.logo").attr("src")).isEqualTo("data:image/png;base64," + DOT);
        assertThat(page.select("header img.logo").attr("alt")).isEqualTo("Bank");
        assertThat(policy(page)).contains("default-src 'none'; ", "img-src data:; ", "script-src 'sha256-");

        Files.delete(folder.resolve("logo.png"));
        write("logo.svg", "<?xml version=\"1.0\"?><!DOCTYPE svg><!-- mine -->" + DRAWING);
        assertThat(Jsoup.parse(page()).select("img.logo").attr("src")).startsWith("data:image/svg+xml;base64,");
    }

    @Test
    void coloursThatCannotBeReadAreUsedAndWarnedOf() throws IOException {
        write("theme.properties", "organisation = Bank\nlight.soft = #aaaaaa\n");

        RenderedReport report = render();

        assertThat(report.problems()).isEmpty();
        assertThat(report.html()).contains("--soft: light-dark(#aaaaaa, #9fabba);");
        assertThat(report.warnings()).hasSize(3).allSatisfy(warning -> assertThat(warning)
                .startsWith(folder.resolve("theme.properties") + ":2: light.soft (#aaaaaa) on light.")
                .endsWith("people with weak sight need 4.5 (WCAG AA)"));
        assertThat(report.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("light.paper (#ffffff) has a contrast of 2.3;"));
    }

    @Test
    void aTemplateStandsInForOurs() throws IOException {
        write(
                "findings.html",
                """
                <section th:fragment="findings" id="findings"><h2>What we look at</h2>
                  <p class="mine" th:text="|${report.findings().size()} in all|">0</p></section>
                <table th:fragment="finding-table(caption, rows)"></table>
                """);
        write(
                "details.html",
                """
                <section th:fragment="run-details" id="details">
                  <p class="mine">Ask us: 123.</p>
                  <section th:replace="~{standard/details :: run-details}"></section>
                </section>
                """);

        Document page = Jsoup.parse(page());

        assertThat(page.select("#findings h2").text()).isEqualTo("What we look at");
        assertThat(page.select("#findings .mine").text())
                .isEqualTo(LendingReport.document().findings().size() + " in all");
        assertThat(page.select("#details > .mine").text()).isEqualTo("Ask us: 123.");
        assertThat(page.select("#details #export-csv")).hasSize(1);
    }

    @Test
    void aSectionIsOneFileWithAPlaceAndATitle() throws IOException {
        write("sections/b.html", "<section data-title=\"Who &amp; when\" data-after=\"drift\"><p>Ask.</p></section>");
        write(
                "sections/a-1.html",
                """
                <!-- ours -->
                <section>
                  <h2>How <em>we</em>
                    decide</h2>
                  <p th:text="${report.header().monitor()}">monitor</p>
                  <p th:text="${language.share(0.125)}">share</p>
                </section>
                """);

        Document page = Jsoup.parse(page());

        assertThat(page.select("nav a").eachText())
                .containsExactly(
                        "Verdict",
                        "What drifted most",
                        "Who & when",
                        "Over time",
                        "Findings",
                        "Multivariate drift",
                        "History",
                        "Training-serving skew",
                        "Outliers",
                        "Every column",
                        "Run details",
                        "How we decide");
        assertThat(page.select("main > section").eachAttr("id"))
                .containsExactly(
                        "verdict",
                        "drift",
                        "own-b",
                        "over-time",
                        "findings",
                        "multivariate",
                        "history",
                        "skew",
                        "outliers",
                        "columns",
                        "details",
                        "own-a-1");
        assertThat(page.select("#own-b h2").text()).isEqualTo("Who & when");
        assertThat(page.select("#own-b").attr("aria-label")).isEqualTo("Who & when");
        assertThat(page.select("#own-a-1 h2")).hasSize(1);
        assertThat(page.select("#own-a-1 p").eachText())
                .containsExactly(LendingReport.document().header().monitor(), "12.5%");
    }

    @Test
    void dataIsTextInATeamsTemplatesToo() throws IOException {
        String text = "<img src=x onerror=harmed=1>[[${7*7}]] ${7*7} __${7*7}__";
        write("sections/a.html", "<section data-title=\"x\"><b th:text=\"${report.header().title()}\"></b></section>");

        RenderedReport report = HtmlReport.render(
                HostileReport.document(
                        text,
                        List.of(HostileReport.column(text)),
                        List.of(new Finding(text, text, text, Status.FAIL, text, text, text))),
                templates());

        assertThat(report.problems()).isEmpty();
        assertThat(Jsoup.parse(report.html()).select("#own-a b").text()).isEqualTo(text);
        assertThat(Jsoup.parse(report.html()).select("img")).isEmpty();
    }

    @Test
    void theExampleWorksInBothLanguages() {
        for (String language : List.of("en", "de")) {
            RenderedReport report = HtmlReport.render(
                    LendingReport.document(),
                    ReportTemplates.of(new ReportStyle(Optional.of(EXAMPLE), Optional.of(language))));
            Document page = Jsoup.parse(report.html());

            assertThat(report.problems()).isEmpty();
            assertThat(report.warnings()).isEmpty();
            assertThat(page.select(".eyebrow").text()).isEqualTo("Linden Bank · Model watch");
            assertThat(page.select("#own-next-steps h2").text())
                    .isEqualTo(language.equals("de") ? "Was nun zu tun ist" : "What to do next");
            assertThat(page.select("#own-next-steps li").eachText())
                    .containsExactlyElementsOf(LendingReport.document().columns().stream()
                            .filter(column -> column.status() == Status.FAIL
                                    && column.season().isEmpty())
                            .map(ReportColumn::name)
                            .toList());
        }
    }

    @Test
    void theDocumentationTellsEveryFragmentColourAndPart() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "templates.md"));
        Pattern fragment = Pattern.compile("th:fragment=\"([^\"]+)\"");
        Pattern colour = Pattern.compile("--([a-z-]+): light-dark");

        for (String template : TeamFolder.REPLACEABLE) {
            assertThat(text).contains("`" + template + ".html`");
            assertThat(fragment.matcher(PackagedFile.text(template + ".html")).results())
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(text).contains("`" + name.group(1) + "`"));
        }
        assertThat(colour.matcher(PackagedFile.text("style.html")).results())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("`" + name.group(1) + "`"));
        assertThat(Look.PARTS).allSatisfy(part -> assertThat(text).contains("`" + part + "`"));
    }

    private static String policy(Document page) {
        return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    }
}
