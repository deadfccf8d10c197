package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
                .containsExactly(
                        "Verdict",
                        "What drifted most",
                        "Over time",
                        "Findings",
                        "Multivariate drift",
                        "History",
                        "Training-serving skew",
                        "Outliers",
                        "Every column",
                        "Run details");
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
                        "credit_bureau_score", "income", "channel", "score", "interest_rate", "applications_per_day");
        assertThat(entries.last().select(".season").text()).isEqualTo("↻ season");
        assertThat(part("applications_per_day").select(".body > .why").text())
                .startsWith("Each March of the reference");
        assertThat(entries.select(".season")).hasSize(1);
        assertThat(PAGE.select("details.column .season")).hasSize(1);
    }

    @Test
    void showsBesideARankedColumnHowItIsSpread() {
        for (Element entry : PAGE.select(".ranking > li")) {
            Element part = part(entry.selectFirst(".name a").text());
            Element shape = entry.selectFirst(".spark svg.shape");
            Element whole = part.selectFirst("figure:has(h4:containsOwn(Distribution)) svg");
            assertThat(shape == null).isEqualTo(whole == null);
            if (shape != null) {
                assertThat(shape.select("path").eachAttr("d"))
                        .isEqualTo(whole.select("path").eachAttr("d"));
            }
        }
        assertThat(PAGE.select(".ranking .spark svg.shape")).hasSizeGreaterThan(3);
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
    void printsPointsBesideTheBinsOfAScorecard() {
        Element table = Jsoup.parse(
                        HtmlReport.render(SampleReports.document(List.of(SampleReports.scorecard()), List.of())))
                .selectFirst("table.bins");

        assertThat(table.select("thead").text()).contains("Points Shift × points Adds to CSI");
        assertThat(table.select("tbody tr").first().select("td").eachText())
                .containsSubsequence("50.0%", "30.0%", "10", "−2", "0.100");
        assertThat(table.select("tfoot").text()).isEqualTo("Points-weighted shift 3");
        assertThat(PAGE.select("table.bins tfoot")).isEmpty();
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
        assertThat(LENDING.substring(0, LENDING.indexOf("<script>"))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void everyPictureHasWordsAndATable() {
        Elements pictures = PAGE.select("svg");

        assertThat(pictures).isNotEmpty().allSatisfy(picture -> {
            assertThat(picture.attr("role")).isEqualTo("img");
            assertThat(picture.attr("aria-label")).contains(". ").endsWith(".");
        });
        assertThat(PAGE.select("figure:not(:has(table))")).isNotEmpty().allSatisfy(figure -> assertThat(
                        figure.closest("details.column").select("table.bins"))
                .isNotEmpty());
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
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-");
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
        assertThat(page.select("a").eachAttr("href")).allMatch(target -> target.matches("#[a-z]+(-[a-z0-9]+)*"));
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
    void foldsWhatTheScriptShowsUntilItRuns() {
        assertThat(PAGE.select(".tools")).hasSize(3).allSatisfy(tools -> assertThat(tools.hasAttr("hidden"))
                .isTrue());
        assertThat(PAGE.select("input, select, button"))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.closest("[hidden]")).isNotNull());
        assertThat(PAGE.select("#find, #filter-status, #filter-role, #filter-kind, #sort, #theme"))
                .hasSize(6)
                .allSatisfy(control -> assertThat(PAGE.select("label[for=" + control.id() + "]"))
                        .hasSize(1));
        assertThat(PAGE.selectFirst("#hits").attr("aria-live")).isEqualTo("polite");
    }

    @Test
    void tellsTheScriptWhatAColumnIs() {
        Element score = part("score");

        assertThat(score.attr("data-role")).isEqualTo("prediction");
        assertThat(score.attr("data-kind")).isEqualTo("numeric");
        assertThat(Double.parseDouble(score.attr("data-weight"))).isBetween(0.4, 0.6);
        assertThat(part("application_id").hasAttr("data-weight")).isFalse();
    }

    @Test
    void saysWhatIsNewWhatLastsAndWhatIsResolved() {
        Elements entries = PAGE.select(".ranking > li");

        assertThat(entries.select("li:contains(income) .since").text()).isEqualTo("new since last window");
        assertThat(entries.select("li:contains(interest_rate) .since").text()).isEqualTo("still (since 2026-01)");
        assertThat(PAGE.select("#resolved li").eachText())
                .containsExactly(
                        "region feature Within its limits again; beyond one in 2 windows from 2026-01 to 2026-02.");
        assertThat(PAGE.selectFirst(".verdict .change").text())
                .startsWith("Since the last window: 4 new beyond a limit, ");
    }

    @Test
    void groupsDataQualityApartFromDrift() {
        assertThat(PAGE.select("#findings h3").eachText()).containsExactly("Data quality", "Drift");
        assertThat(PAGE.select("#quality tbody th").eachText()).containsExactly("credit_bureau_score", "utm_source");
        assertThat(PAGE.select("#quality tbody td:last-child").eachText()).containsExactly("missing values", "schema");
        assertThat(PAGE.select("#moved tbody td:last-child").eachText())
                .contains("data drift", "prediction drift")
                .doesNotContain("schema", "missing values");
    }

    @Test
    void tellsAtTheHeadOfAColumnWhatWasFound() {
        assertThat(part("credit_bureau_score").select(".said li").eachText())
                .containsExactly(
                        "Fail credit_bureau_score moved away from the reference: its index is 8.910, and it fails from"
                                + " 0.25.",
                        "Fail credit_bureau_score is missing in all rows; it was missing in 2% of them.");
        assertThat(part("age").select(".said")).isEmpty();
    }

    @Test
    void addsUpTheBarsOfANumericColumn() {
        Element income = part("income");

        assertThat(income.select("table.shape tbody tr")).hasSize(30);
        assertThat(income.select("table.shape tbody tr").last().select("td").eachText())
                .endsWith("100.0%", "100.0%");
        assertThat(income.selectFirst("svg.sums path.of-reference").attr("d")).endsWith("L1000,2");
        assertThat(income.select("figure:has(svg.sums) .hint").text())
                .startsWith("The curves are furthest apart at ")
                .contains("straight between them");
        assertThat(part("channel").select("svg.sums")).isEmpty();
    }

    private static Element part(String column) {
        return PAGE.select("details.column").stream()
                .filter(part -> part.selectFirst("h3").text().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRunsOnlyItsOwnScript(Document page) {
        Elements scripts = page.select("script");
        assertThat(scripts).hasSize(1);
        assertThat(scripts.first().attributesSize()).isZero();
        String script = scripts.first().data();
        assertThat(script)
                .isEqualTo(PAGE.selectFirst("script").data())
                .doesNotContain("eval(", "Function(", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                .doesNotContain("fetch(", "XMLHttpRequest", "import(", "http");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("; script-src 'sha256-" + sha256(script) + "'; ")
                .doesNotContain("script-src 'unsafe", "'unsafe-eval'");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertLoadsNothing(String html) {
        Document page = Jsoup.parse(html);
        assertRunsOnlyItsOwnScript(page);
        assertThat(page.select("link, iframe, object, embed, img, image, use, form, base, a[href^=http]"))
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
