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
                        "Columns together, on samples: 10,000 of 50,218 rows of the reference and 8,412 of 8,412 rows of the"
                                + " window. Rows that share “customer_id” were kept together.");
        assertThat(PAGE.select("#multivariate h3").eachText())
                .containsExactly(
                        "Telling the window from the reference",
                        "What the classifier goes by",
                        "Telling them apart by what texts say",
                        "Rebuilding rows from the reference’s main directions",
                        "Changed correlations");
        assertThat(PAGE.select("#multivariate tbody tr").eachText())
                .containsExactly(
                        "Area under the ROC curve 0.831 0.821 – 0.841 at most 0.508 0.001",
                        "income 61%",
                        "address.`post.code` 25%",
                        "reason 0.52 0.49 – 0.55 at most 0.53 0.21",
                        "Mean error 1.42 1.1 1.02 – 1.18",
                        "income and loan_amount 0.62 → -0.11 0.58 → -0.09 0.835 2.1e-9");
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
                .isEqualTo("Fläche unter der ROC-Kurve 0,831 0,821 – 0,841 höchstens 0,508 0,001");
    }
}
