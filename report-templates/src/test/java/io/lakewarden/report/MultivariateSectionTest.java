package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MultivariateSectionTest {
    private static final Document PAGE = Jsoup.parse(HtmlReport.render(LendingReport.document()));

    @Test
    void tellsOfTheClassifierTheDirectionsAndTheCorrelations() {
        assertThat(PAGE.select("nav a[href=#multivariate]").eachText()).containsExactly("Multivariate drift");
        assertThat(PAGE.select("#multivariate > .hint").first().text())
                .isEqualTo(
                        "Columns together, on samples: 10\u202f000 of 50\u202f218 rows of the reference and 8\u202f412 of 8\u202f412 rows of the"
                                + " window. Rows that share “customer_id” were kept together.");
        assertThat(PAGE.select("#multivariate h3").eachText())
                .containsExactly(
                        "Telling the window from the reference",
                        "What the classifier goes by",
                        "Telling them apart by what texts say",
                        "Rebuilding rows from the reference’s main directions",
                        "Changed correlations",
                        "Changed associations");
        assertThat(PAGE.select("#multivariate tbody tr").eachText())
                .containsExactly(
                        "Area under the ROC curve 0.831 0.821 to 0.841 at most 0.508 0.001",
                        "income 61.0%",
                        "address.`post.code` 25.0%",
                        "reason 0.520 0.490 to 0.550 at most 0.530 0.210",
                        "Mean error 1.420 1.100 1.020 to 1.180",
                        "income and loan_amount 0.620 → \u22120.110 0.580 → \u22120.090 0.835 <0.001",
                        "purpose and channel 0.310 → 0.040 0.281 <0.001");
    }

    @Test
    void isNotThereWhereNobodyAskedForIt() {
        Document page = Jsoup.parse(HtmlReport.render(SampleReports.document(List.of(), List.of())));

        assertThat(page.select("#multivariate, a[href=#multivariate]")).isEmpty();
    }

    @Test
    void speaksGerman() {
        Document page = Jsoup.parse(HtmlReport.render(
                        LendingReport.document(),
                        ReportTemplates.of(new ReportStyle(Optional.empty(), Optional.of("de"))))
                .html());

        assertThat(page.select("#multivariate h2").text()).isEqualTo("Multivariate Drift");
        assertThat(page.select("#multivariate tbody tr").first().text())
                .isEqualTo("Fläche unter der ROC-Kurve 0,831 0,821 bis 0,841 höchstens 0,508 0,001");
    }
}
