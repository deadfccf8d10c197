package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class SlicesSectionTest {
    private static final Document PAGE = page(LendingSlices.all());

    @Test
    void standsBetweenFindingsAndColumnsOnlyWhereThereAreSlices() {
        assertThat(PAGE.select("h2").eachText())
                .containsExactly(
                        "Verdict",
                        "What drifted most",
                        "Over time",
                        "Findings",
                        "Slices",
                        "Every column",
                        "Run details");
        assertThat(PAGE.select("nav a").eachText()).containsSubsequence("Findings", "Slices", "Every column");

        Document without = page(List.of());
        assertThat(without.select("#slices, a[href=#slices], table.slices")).isEmpty();
    }

    @Test
    void saysThatSlicesDoNotEnterTheVerdict() {
        assertThat(PAGE.selectFirst("#slices .hint").text()).contains("Slices do not enter the verdict");
        ReportVerdict plain = SampleReports.document(List.of(), List.of()).verdict();
        assertThat(SampleReports.document(List.of(), List.of(), LendingSlices.all())
                        .verdict())
                .isEqualTo(plain);
    }

    @Test
    void hasATableForEachKeyWithTheRestLastAndExplained() {
        assertThat(PAGE.select("#slices h3").eachText()).containsExactly("channel", "address.`region.code`");
        Elements rows = tables("channel").get(0).select("tbody tr");

        assertThat(rows.select("th bdi").eachText()).startsWith("web", "branch").endsWith("phone", "(rest)");
        assertThat(rows.last().select("th").text()).isEqualTo("(rest) all other values, and rows without one");
        assertThat(rows.first().select("td").eachText())
                .startsWith("30\u202f000", "59.7%", "5\u202f400", "64.2%", "Fail");
    }

    @Test
    void namesWhatMovedAndUnfoldsToTheSentences() {
        Element web = tables("channel").get(0).selectFirst("tbody tr");

        assertThat(web.select("summary").text())
                .isEqualTo("income, employment_years, interest_rate, debt_to_income, address.`post.code` and 3 more");
        assertThat(web.select("li .status").eachText()).containsExactly("Fail", "Fail", "Warn", "Warn", "Warn");
        assertThat(web.select("li:has(.tag)").eachText())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Fail 'employment_years' moved by at least")
                .endsWith("only here");
        assertThat(web.select("li").last().text()).isEqualTo("and 3 other columns beyond a limit");
    }

    @Test
    void saysWhereNothingMovedOrNothingCouldBeCompared() {
        Elements rows = tables("channel").get(0).select("tbody tr");

        assertThat(rows.get(1).select("td").last().text()).isEqualTo("No column is beyond a limit.");
        assertThat(rows.get(3).select("td").eachText())
                .endsWith("Undecided", "Nothing was compared: the window has 12 rows and 30 are needed.");
    }

    @Test
    void foldsTheSmallerOfManySlices() {
        Elements tables = tables("address.`region.code`");

        assertThat(tables).hasSize(2);
        assertThat(tables.get(0).select("tbody tr")).hasSize(21);
        assertThat(tables.get(0).select("tbody th bdi").eachText())
                .contains("region 19")
                .endsWith("(rest)");
        assertThat(tables.get(1).closest("details").selectFirst("summary").text())
                .isEqualTo("Slices with fewer rows (4)");
        assertThat(tables.get(1).select("tbody th bdi").eachText())
                .containsExactly("region 20", "region 21", "region 22", "region 23");
    }

    @Test
    void showsValuesAsText() {
        Element value = PAGE.select("#slices bdi[title]").get(0);

        assertThat(value.attr("title")).isEqualTo(LendingSlices.LONG_VALUE);
        assertThat(value.text()).hasSize(80).endsWith("…");
        List<ReportSlice> hostile = new ArrayList<>();
        for (String text : List.of("<script>alert(1)</script>", "", "a\u202eb", "[[${7*7}]]", "' onfocus='x")) {
            hostile.add(new ReportSlice(
                    text,
                    text,
                    OptionalLong.empty(),
                    1,
                    MetricValue.unknown("there is nothing to compare with"),
                    MetricValue.exactly(1),
                    Status.SKIPPED,
                    Optional.empty(),
                    List.of(),
                    0));
        }
        Document page = page(hostile);
        assertThat(page.select("#slices script")).isEmpty();
        assertThat(page.select("#slices tbody th bdi").eachText())
                .containsExactly("<script>alert(1)</script>", "(empty)", "a\u202eb", "[[${7*7}]]", "' onfocus='x");
        assertThat(page.select("#slices tbody td:last-child").eachText())
                .containsOnly("There was no reference to hold it against.");
    }

    @Test
    void isBuiltForEveryReader() {
        assertThat(PAGE.select("#slices th:not([scope])")).isEmpty();
        assertThat(PAGE.select("#slices .status").eachText()).isNotEmpty().doesNotContain("");
        assertThat(PAGE.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(PAGE.select("#slices table")).allSatisfy(table -> {
            assertThat(table.selectFirst("caption").text()).startsWith("Slices of ");
            assertThat(table.attr("role"))
                    .as("kept where the style makes lines of it")
                    .isEqualTo("table");
        });
    }

    @Test
    void theSlicesThatMovedMostStandFirst() {
        ReportDocument document = SampleReports.document(
                        List.of(SampleReports.income()), List.of(SampleReports.incomeFinding()), LendingSlices.all())
                .withMovedSlices(List.of(LendingSlices.movedIncome("<b>web</b>", 0.00021)));
        Element section = Jsoup.parse(HtmlReport.render(document)).selectFirst("#slices");

        assertThat(section.select("h3").eachText()).first().isEqualTo("The slices that moved most");
        assertThat(section.select("table").first().select("tbody tr").eachText())
                .containsExactly("channel = <b>web</b> 5\u202f400 income CSI 0.410 <0.001");
        assertThat(section.select("table").first().select("th:not([scope])")).isEmpty();
        assertThat(PAGE.select("#slices h3").eachText()).doesNotContain("The slices that moved most");
    }

    @Test
    void slicesThatNobodyNamedAreToldOrThatNoneMoved() {
        ReportDocument document =
                SampleReports.document(List.of(SampleReports.income()), List.of(SampleReports.incomeFinding()));
        Element section = Jsoup.parse(HtmlReport.render(document.withFoundSlices(Optional.of(List.of(
                        new ReportFoundSlice(
                                "region = <b>south</b>", 800, 1_600, Optional.empty(), 0.2, 0.4, 0.2, 0.00021),
                        new ReportFoundSlice(
                                "age ≥ 65, region = west", 200, 210, Optional.of("score"), 0.5, 0.1, -1.4, 0))))))
                .selectFirst("#slices");

        assertThat(section.select("h3").eachText()).containsExactly("Slices that nobody named");
        assertThat(section.select("tbody tr").eachText())
                .containsExactly(
                        "region = <b>south</b> 1\u202f600 share of rows 20.0% 40.0% 20.0% <0.001",
                        "age ≥ 65, region = west 210 mean of score 0.5 0.10000 −1.4000 std <0.001");
        assertThat(section.select("th:not([scope])")).isEmpty();
        assertThat(section.text()).doesNotContain("None moved.");

        Document quiet = Jsoup.parse(HtmlReport.render(document.withFoundSlices(Optional.of(List.of()))));
        assertThat(quiet.select("nav a[href=#slices]")).hasSize(1);
        assertThat(quiet.select("#slices table")).isEmpty();
        assertThat(quiet.selectFirst("#slices").text()).contains("None moved.");
    }

    private static Elements tables(String key) {
        Element heading = PAGE.select("#slices h3").stream()
                .filter(it -> it.text().equals(key))
                .findFirst()
                .orElseThrow();
        return heading.nextElementSibling().select("table");
    }

    private static Document page(List<ReportSlice> slices) {
        return Jsoup.parse(HtmlReport.render(SampleReports.document(
                List.of(SampleReports.income()), List.of(SampleReports.incomeFinding()), slices)));
    }
}
