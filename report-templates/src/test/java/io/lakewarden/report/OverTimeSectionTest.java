package io.lakewarden.report;

import static io.lakewarden.report.SampleTrends.column;
import static io.lakewarden.report.SampleTrends.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class OverTimeSectionTest {
    private static final Document PAGE = Jsoup.parse(HtmlReport.render(LendingReport.document()));

    @Test
    void hasARowForEachColumnWithATrendAndACellForEachWindow() {
        Elements rows = PAGE.select("#over-time tbody tr");

        assertThat(rows).hasSize((int) LendingReport.document().columns().stream()
                .filter(column -> column.trend().isPresent())
                .count());
        assertThat(PAGE.select("#over-time thead th").eachText())
                .hasSize(15)
                .startsWith("Column", "2025-02")
                .endsWith("2026-03");
        assertThat(rows).allSatisfy(row -> assertThat(row.children()).hasSize(15));
    }

    @Test
    void putsTheWorstFirstAsTheRankingDoes() {
        List<String> ranked = PAGE.select(".ranking .name a").eachText();

        assertThat(PAGE.select("#over-time tbody th a").eachText())
                .startsWith(ranked.toArray(String[]::new))
                .element(ranked.size())
                .as("beyond a limit not long ago")
                .isEqualTo("region");
    }

    @Test
    void saysInWordsWhatColoursSay() {
        Element row = row("income");

        assertThat(row.select("td").last().hasClass("fail")).isTrue();
        assertThat(row.select("td").last().text()).endsWith(" Fail");
        assertThat(row.child(3).text()).matches("0\\.[0-9]{3}");
        assertThat(row.child(4).className()).isEqualTo("rebinned");
        assertThat(row.child(4).text()).endsWith(" new bins");
        assertThat(row.child(5).text()).isEqualTo("– Undecided");
        assertThat(row.child(5).attr("title")).isEqualTo("the window is empty");
        assertThat(row("applications_per_day").select("th").text()).endsWith("↻ season");
    }

    @Test
    void linksEachRowToItsColumn() {
        for (Element link : PAGE.select("#over-time tbody th a")) {
            assertThat(PAGE.getElementById(link.attr("href").substring(1))
                            .selectFirst("h3")
                            .text())
                    .isEqualTo(link.text());
        }
    }

    @Test
    void isAbsentWithoutHistory() {
        Document page = page(List.of(SampleReports.bare("a", Status.PASS)));

        assertThat(page.select("#over-time, a[href=#over-time], table.heat")).isEmpty();
    }

    @Test
    void leavesOutColumnsThatAreNeverJudged() {
        Document page = page(List.of(
                column("id", ColumnRole.ID, Status.SKIPPED, 0, points("a", "SKIPPED", "SKIPPED")),
                column("late", ColumnRole.FEATURE, Status.PASS, 0, points("a", "SKIPPED", "PASS"))));

        assertThat(page.select("#over-time tbody th").eachText()).containsExactly("late");
    }

    @Test
    void leavesACellEmptyWhereAWindowDoesNotHaveTheColumn() {
        Document page = page(List.of(
                column("long", ColumnRole.FEATURE, Status.PASS, 0, points("a", "PASS", "PASS", "PASS")),
                column("short", ColumnRole.FEATURE, Status.PASS, 0, points("a", "PASS", "PASS"))));

        Elements cells = page.select("#over-time tbody tr").get(1).select("td");
        assertThat(cells).hasSize(3);
        assertThat(cells.eachText()).containsExactly("0.100", "0.100");
        assertThat(cells.last().hasClass("absent")).isTrue();
    }

    @Test
    void foldsAllButTheWorstOfManyColumnsAndShowsTheNewestOfManyWindows() {
        List<TrendPoint> points = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            points.add(new TrendPoint(
                    Window.ofDay(LocalDate.of(2026, 1, 1).plusDays(day)), MetricValue.exactly(0.01), Status.PASS, "a"));
        }
        Document page = page(IntStream.range(0, 60)
                .mapToObj(place -> column("c" + place, ColumnRole.FEATURE, Status.PASS, 0, points))
                .toList());

        Elements tables = page.select("#over-time table");
        assertThat(tables.get(0).select("tbody tr")).hasSize(40);
        assertThat(tables.get(1).select("tbody tr")).hasSize(20);
        assertThat(tables.get(1).closest("details").selectFirst("summary").text())
                .isEqualTo("All other columns (20)");
        assertThat(tables.get(0).select("thead th").eachText()).hasSize(26).endsWith("2026-03-01");
    }

    @Test
    void shortensLongWindowsAndSaysThemInFull() {
        Window week = Window.between(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9));
        Document page = page(List.of(column(
                "a",
                ColumnRole.FEATURE,
                Status.PASS,
                0,
                List.of(new TrendPoint(week, MetricValue.exactly(0.01), Status.PASS, "a")))));

        Element heading = page.select("#over-time thead th").last();
        assertThat(heading.text()).isEqualTo("2026-03-02");
        assertThat(heading.attr("title")).isEqualTo("2026-03-02 to 2026-03-09");
    }

    private static Element row(String column) {
        return PAGE.select("#over-time tbody tr").stream()
                .filter(row -> row.select("th bdi").text().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static Document page(List<ReportColumn> columns) {
        return Jsoup.parse(HtmlReport.render(SampleReports.document(columns, List.of())));
    }
}
