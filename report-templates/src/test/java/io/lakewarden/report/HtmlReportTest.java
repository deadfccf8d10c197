package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String LENDING = HtmlReport.render(LendingReport.document());
    private static final Document PAGE = Jsoup.parse(LENDING);

    @Test
    void isTheSameForTheSameDocument() {
        assertThat(HtmlReport.render(ReportJson.read(ReportJson.write(LendingReport.document()))))
                .isEqualTo(LENDING);
    }

    @Test
    void saysTheVerdictFirst() {
        Elements headings = PAGE.select("h2");

        assertThat(headings.eachText())
                .containsExactly("Verdict", "What drifted most", "Findings", "Every column", "Run details");
        assertThat(PAGE.selectFirst(".verdict").hasClass("fail")).isTrue();
        assertThat(PAGE.selectFirst(".verdict .outcome").text()).isEqualTo("Fail");
        assertThat(PAGE.selectFirst(".verdict .sentence").text())
                .isEqualTo(LendingReport.document().verdict().sentence());
        assertThat(PAGE.selectFirst(".verdict .compared").text())
                .isEqualTo(
                        "8\u202f412 rows held against 50\u202f218 rows of the reference (pinned: 2024-01-01/2024-07-01).");
    }

    @Test
    void ranksDriftBeforeTheSeasonAndSaysWhichIsWhich() {
        Elements entries = PAGE.select(".ranking > li");

        assertThat(entries.select(".name a").eachText())
                .containsExactly(
                        "credit_bureau_score", "income", "channel", "interest_rate", "score", "applications_per_day");
        assertThat(entries.last().select(".season").text()).isEqualTo("↻ season");
        assertThat(entries.last().select(".why").text()).startsWith("Each March of the reference");
        assertThat(entries.select(".season")).hasSize(1);
        assertThat(PAGE.select("details.column .season")).hasSize(1);
    }

    @Test
    void linksEveryRankedColumnToItsPart() {
        for (Element link : PAGE.select("a[href]")) {
            String target = link.attr("href").substring(1);
            assertThat(PAGE.getElementById(target)).as(target).isNotNull();
        }
        Element link = PAGE.selectFirst(".ranking a");
        assertThat(PAGE.getElementById(link.attr("href").substring(1))
                        .selectFirst("h3")
                        .text())
                .isEqualTo(link.text());
    }

    @Test
    void showsEveryColumnWithEveryBin() {
        List<ReportColumn> columns = LendingReport.document().columns();
        Elements parts = PAGE.select("details.column");

        assertThat(parts).hasSameSizeAs(columns);
        for (int place = 0; place < columns.size(); place++) {
            ReportColumn column = columns.get(place);
            Element part = parts.get(place);
            assertThat(part.selectFirst("h3").text()).isEqualTo(column.name());
            assertThat(part.select("table.bins tbody tr")).hasSameSizeAs(column.bins());
            assertThat(part.select("table.scores tbody tr")).hasSameSizeAs(column.scores());
            assertThat(part.hasAttr("open")).isEqualTo(column.status().isAlert());
        }
    }

    @Test
    void callsTheIndexByWhatItMeasures() {
        assertThat(part("income").select(".headline").text()).startsWith("CSI ");
        assertThat(part("age").select(".headline").text()).startsWith("CSI ");
        assertThat(part("score").select(".headline").text()).startsWith("PSI ");
        assertThat(part("defaulted").select("table.bins thead").text()).contains("Adds to PSI");
    }

    @Test
    void showsWhyAValueIsUnknown() {
        Element empty = part("credit_bureau_score");

        assertThat(empty.select("th:containsOwn(Kolmogorov–Smirnov statistic) + td")
                        .text())
                .isEqualTo("– the column is empty");
        assertThat(LENDING).doesNotContain("NaN", "Infinity");
    }

    @Test
    void everyPictureHasWordsAndATable() {
        Elements pictures = PAGE.select("svg");

        assertThat(pictures).isNotEmpty().allSatisfy(picture -> {
            assertThat(picture.attr("role")).isEqualTo("img");
            for (String id : picture.attr("aria-labelledby").split(" ", -1)) {
                assertThat(PAGE.getElementById(id).text()).isNotBlank();
            }
        });
        assertThat(PAGE.select("figure")).allSatisfy(figure -> assertThat(figure.select("table")
                                .size()
                        + figure.closest("details.column").select("table.bins").size())
                .isPositive());
    }

    @Test
    void isBuiltForEveryReader() {
        assertThat(PAGE.select("header, nav, main, footer")).hasSize(4);
        assertThat(PAGE.select("html").attr("lang")).isEqualTo("en");
        assertThat(PAGE.select("th:not([scope])")).isEmpty();
        assertThat(PAGE.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(PAGE.select("h1")).hasSize(1);
        int level = 1;
        for (Element heading : PAGE.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @Test
    void loadsNothing() {
        assertLoadsNothing(LENDING);
        assertThat(PAGE.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    }

    @Test
    void showsHostileTextAsText() {
        List<String> names = List.of(
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)' autofocus='",
                "</title></style></svg><img src=x onerror=alert(1)>",
                "[[${7*7}]] [(${7*7})] ${7*7} __${7*7}__ ~{report}",
                "javascript:alert(1)",
                "a\nb\u0000c\u202ed\ud83d\ude00\ud800",
                "url(http://example.com/x)",
                "",
                "x".repeat(10_000));
        List<ReportColumn> columns = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            columns.add(HostileReport.column(name));
            findings.add(new Finding(name, name, name, Status.FAIL, name, name, name));
        }

        String html = HtmlReport.render(HostileReport.document(names.get(3), columns, findings));
        Document page = Jsoup.parse(html);

        assertLoadsNothing(html);
        assertThat(page.select("h3 bdi").eachText())
                .contains(
                        "<script>alert(1)</script>", names.get(1), names.get(2), names.get(3), names.get(4), "(empty)")
                .contains("a␊b␀c\u202ed😀\ufffd", "x".repeat(79) + "…");
        assertThat(page.select("h3 bdi[title]").eachAttr("title")).containsExactly("x".repeat(10_000));
        assertThat(page.select("a").eachAttr("href")).allMatch(target -> target.matches("#[a-z]+(-[0-9]+)?"));
        assertThat(page.select("[id]").eachAttr("id")).allMatch(id -> id.matches("[a-z]+(-[a-z0-9]+)*"));
    }

    @Test
    void hasAPageForARunThatFoundNothing() {
        Document page = Jsoup.parse(HtmlReport.render(SampleReports.document(List.of(), List.of())));

        assertThat(page.selectFirst(".verdict .sentence").text()).isEqualTo("Nothing was judged in this run.");
        assertThat(page.select(".empty").eachText())
                .containsExactly(
                        "No column is beyond a limit.", "No finding needs attention.", "No column was profiled.");
    }

    @Test
    void staysSmallForAWideTable() {
        List<ReportColumn> columns = IntStream.range(0, 300)
                .mapToObj(place -> LendingReport.column(
                        "feature_" + place,
                        place % 3 == 0 ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC,
                        ColumnRole.FEATURE,
                        place % 30 * 0.02))
                .toList();

        String html = HtmlReport.render(SampleReports.document(columns, LendingReport.findings(columns)));

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3_000_000);
        assertThat(Jsoup.parse(html).select("details.column[open]")).hasSize(12);
    }

    private static Element part(String column) {
        return PAGE.select("details.column").stream()
                .filter(part -> part.selectFirst("h3").text().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static void assertLoadsNothing(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, link, iframe, object, embed, img, image, use, form, base, a[href^=http]"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import", "http");
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("src", "srcset", "xlink:href", "action");
                if (attribute.getKey().equals("style")) {
                    assertThat(attribute.getValue()).matches("(width|top):[0-9]+%");
                }
            });
        }
    }
}
