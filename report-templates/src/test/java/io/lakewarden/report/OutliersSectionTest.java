package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.text.Language;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Rows that are unlike those of the reference. */
class OutliersSectionTest {
    private static final Document PAGE = Jsoup.parse(HtmlReport.render(LendingReport.document()));

    @Test
    void ratesColumnsAndExamplesAreTables() {
        assertThat(PAGE.select("nav a[href=#outliers]").eachText()).containsExactly("Outliers");
        assertThat(PAGE.select("#outliers table").eachAttr("class")).hasSize(3);
        assertThat(PAGE.select("#outliers table").get(0).select("tbody tr").text())
                .startsWith("Outside what was seen 12 of 1\u202f000 1.2%")
                .endsWith("Warn");
        assertThat(PAGE.select("#outliers table").get(1).select("tbody tr").text())
                .isEqualTo("income 0 to 99000 12 3");
        assertThat(PAGE.select("#outliers table").get(2).select("tbody tr").text())
                .isEqualTo("id 17 Outside what was seen income = -200 0 to 99000");
        assertThat(PAGE.select("#outliers > p").last().text()).isEqualTo("Not looked at: comment.");
    }

    @Test
    void whereNoneWereLookedForThereIsNoSection() {
        Document page = Jsoup.parse(HtmlReport.render(SampleReports.document(List.of(), List.of())));
        assertThat(page.select("#outliers, a[href=#outliers]")).isEmpty();
    }

    @Test
    void itIsThereInGerman() {
        Document page = Jsoup.parse(HtmlReport.render(
                        LendingReport.document(),
                        ReportTemplates.of(new ReportStyle(Optional.empty(), Optional.of("de"))))
                .html());
        assertThat(page.select("#outliers h2").text())
                .isEqualTo(Language.packaged("de").text("outliers"));
        assertThat(page.select("#outliers tbody th").first().text()).isEqualTo("Außerhalb des Gesehenen");
    }
}
