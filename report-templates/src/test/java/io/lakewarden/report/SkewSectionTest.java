package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What another source tells of the window. */
class SkewSectionTest {
    private static final Document PAGE = Jsoup.parse(HtmlReport.render(LendingReport.document()));

    @Test
    void whatDiffersStandsWorstFirstAndTheRestIsCounted() {
        assertThat(PAGE.select("#skew tbody th").eachText()).containsExactly("income", "channel");
        assertThat(PAGE.select("#skew tbody .status").eachText()).containsExactly("Fail", "Warn");
        assertThat(PAGE.select("#skew tbody tr").first().select("td").eachText())
                .containsExactly(
                        "12.0% 11.3% to 12.7%", "CSI 0.310", "Fail", "'income' differs in 984 of 8200 joined rows.");
        assertThat(PAGE.select("#skew tbody tr").last().select("td").first().text())
                .isEqualTo("–");
        assertThat(PAGE.select("#skew > p").last().text())
                .isEqualTo("1 other column is not different, or was not judged.");
        assertThat(PAGE.select("nav a[href=#skew]").eachText()).containsExactly("Training-serving skew");
    }

    @Test
    void rowsThatWereNotComparedAreTold() {
        assertThat(PAGE.select("#skew .hint").eachText().subList(0, 2))
                .containsExactly(
                        "8\u202f412 rows of the window, held against 8\u202f390 rows that the other source has of the same window"
                                + " (lake/served_features).",
                        "8\u202f200 pairs of rows were joined by application_id, address.`post.code`. Without a counterpart:"
                                + " 150 rows of the window, 148 of the other source; with a key that stands more than once"
                                + " on a side, and left out: 62 and 40; without a key: 0 and 2.");
    }

    @Test
    void withoutDifferencesThereIsASentenceAndWithoutAnotherSourceNoSection() {
        ReportSkew agreeing = new ReportSkew(
                LendingReport.skew().other(),
                List.of(),
                Optional.empty(),
                LendingReport.skew().columns().subList(0, 1));
        ReportDocument document = SampleReports.document(List.of(), List.of());
        Document page = Jsoup.parse(HtmlReport.render(document.withSkew(Optional.of(agreeing))));
        assertThat(page.select("#skew table")).isEmpty();
        assertThat(page.select("#skew .hint").eachText())
                .hasSize(2)
                .last()
                .isEqualTo("1 column was compared, and it is not different.");
        assertThat(Jsoup.parse(HtmlReport.render(document)).select("#skew, a[href=#skew]"))
                .isEmpty();
    }

    @Test
    void whatAnotherRunFoundSaysWhichRun() {
        ReportDocument document = LendingReport.document();
        ReportHeader header = document.header();
        String json = ReportJson.write(document)
                .replaceFirst(
                        "\"rows_of\" : null",
                        "\"rows_of\" : {\"run_id\": \"<b>earlier\", \"generated_at\": \"2026-04-01T02:03:04Z\"}");
        Document page = Jsoup.parse(HtmlReport.render(ReportJson.read(json)));
        assertThat(page.select("#skew > p").first().text())
                .startsWith("Found by run <b>earlier, made ")
                .endsWith("; the run of this report did not read the rows again.");
        assertThat(page.select(".subtitle, header").text()).contains(header.runId());
        for (String section : List.of("skew", "multivariate", "outliers", "slices")) {
            assertThat(page.select("#" + section + " p:contains(Found by run)"))
                    .as(section)
                    .hasSize(PAGE.select("#" + section).isEmpty() ? 0 : 1);
        }
        assertThat(PAGE.select("p:contains(Found by run)")).isEmpty();
    }

    @Test
    void itIsThereInGerman() {
        Document page = Jsoup.parse(HtmlReport.render(
                        LendingReport.document(),
                        ReportTemplates.of(new ReportStyle(Optional.empty(), Optional.of("de"))))
                .html());
        assertThat(page.select("#skew h2").text()).isEqualTo("Training gegen Betrieb");
        assertThat(page.select("#skew .moved span").first().attr("lang")).isEqualTo("en");
    }
}
