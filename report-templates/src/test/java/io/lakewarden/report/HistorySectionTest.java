package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.text.Language;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What came of a window's numbers beside those of earlier windows. */
class HistorySectionTest {
    private static final Document PAGE = Jsoup.parse(HtmlReport.render(LendingReport.document()));

    @Test
    void whatCameOtherwiseStandsFirst() {
        Elements entries = PAGE.select("#history .pasts > li");
        assertThat(entries.eachText()).hasSize(3);
        assertThat(entries.select("h3 bdi").eachText()).containsExactly("income", "whole table", "address.`post.code`");
        assertThat(entries.select(".status").eachText()).containsExactly("Fail", "Pass", "Not judged");
        assertThat(PAGE.select("nav a[href=#history]").eachText()).containsExactly("History");
    }

    @Test
    void numbersAreThereAndAsTheStoreMeansThem() {
        Element income = PAGE.select("#history .pasts > li").first();
        assertThat(income.select("dd").eachText()).containsExactly("12.0%", "at most 11.6%");
        assertThat(income.select(".why").text()).isEqualTo("percent_null is 12.0, which was judged to be FAIL.");
        assertThat(income.select("tbody tr")).hasSize(13);
        assertThat(income.select("tbody tr").get(4).text()).contains("the window is empty");
        Element rows = PAGE.select("#history .pasts > li").get(1);
        assertThat(rows.select("dd").eachText()).containsExactly("8\u202f412", "8\u202f300 to 8\u202f580.2");
        assertThat(rows.select(".why")).isEmpty();
    }

    @Test
    void theBandIsDrawnWhereTheWindowIs() {
        Element rows = PAGE.select("#history .pasts > li").get(1);
        assertThat(rows.select("path.band").attr("d")).matches("M942,\\d+H978V\\d+H942Z");
        assertThat(rows.select("path.dots").attr("d")).contains("M960,").doesNotContain("NaN");
        assertThat(rows.select("path.gaps")).hasSize(1);
        assertThat(rows.select("svg").attr("aria-label"))
                .isEqualTo(
                        "whole table: Rows over past windows. 12 earlier windows; 2026-03: 8\u202f412, expected: 8\u202f300 to"
                                + " 8\u202f580.2.");
        assertThat(PAGE.select("#history .pasts > li").get(2).select("path.band"))
                .isEmpty();
    }

    @Test
    void anOpenSideReachesToTheEdgeAndNumbersBelowZeroAreShown() {
        Window april = Window.between(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
        ReportHistory below = new ReportHistory(
                Optional.of("balance"),
                "avg",
                "range",
                List.of(),
                false,
                Status.PASS,
                OptionalDouble.of(-50),
                OptionalDouble.empty(),
                List.of(
                        new ReportHistoryPoint(SampleReports.MARCH, MetricValue.exactly(-40)),
                        new ReportHistoryPoint(april, MetricValue.exactly(-30))),
                "As expected.");
        Document page = Jsoup.parse(
                HtmlReport.render(SampleReports.document(List.of(), List.of()).withHistory(List.of(below))));
        // From −51.6 to −28.4 are 23.2: −40 is half of that, −50 near the lower end.
        assertThat(page.select("path.line").attr("d")).isEqualTo("M40,60L960,8");
        assertThat(page.select("path.band").attr("d")).isEqualTo("M942,0H978V112H942Z");
    }

    @Test
    void withoutHistoryThereIsNoSection() {
        Document page = Jsoup.parse(HtmlReport.render(SampleReports.document(List.of(), List.of())));
        assertThat(page.select("#history, a[href=#history]")).isEmpty();
    }

    @Test
    void itIsThereInGerman() {
        Document page = Jsoup.parse(HtmlReport.render(
                        LendingReport.document(),
                        ReportTemplates.of(new ReportStyle(Optional.empty(), Optional.of("de"))))
                .html());
        assertThat(page.select("#history h2").text())
                .isEqualTo(Language.packaged("de").text("history"));
        assertThat(page.select("#history .what p").first().text())
                .isEqualTo("Änderung im Verhältnis zu einem Fenster davor");
        assertThat(page.select("#history .why").first().attr("lang")).isEqualTo("en");
    }
}
