package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.site.SitePage;
import io.lakewarden.report.site.SiteTrack;
import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlSiteTest {
    /** January to March and June to August, for April and May have not run. */
    private static final List<SiteWindow> WINDOWS = List.of(
            window(1, 0.1, 0.1),
            window(2, 0.4, 0.1),
            SiteWindows.empty(3),
            window(6, 0.9, 0.35),
            window(7, 0.9, 0.1),
            window(8, 0.1, 0.1));

    private static final SiteTrack TRACK = track(WINDOWS);

    @Test
    void theSameRecordsGiveTheSamePagesAlsoFromTheirFiles() {
        SiteTrack track = SiteJson.track(SiteJson.write(TRACK));
        SitePage page = SiteJson.page(SiteJson.write(new SitePage("2020-2029", WINDOWS)));

        assertThat(track).isEqualTo(TRACK);
        assertThat(page.windows()).isEqualTo(WINDOWS);
        assertThat(HtmlSite.track(track, page.windows())).isEqualTo(HtmlSite.track(TRACK, WINDOWS));
        assertThat(HtmlSite.columns(track, page.windows())).isEqualTo(HtmlSite.columns(TRACK, WINDOWS));
        assertThat(HtmlSite.compare(track, page.windows())).isEqualTo(HtmlSite.compare(TRACK, WINDOWS));
        assertThat(HtmlSite.archive(track, page))
                .isEqualTo(HtmlSite.archive(TRACK, new SitePage("2020-2029", WINDOWS)));
    }

    @Test
    void theFrontPageHasTheWorstMonitorFirst() {
        TreeMap<String, SiteTrack> tracks = new TreeMap<>();
        tracks.put("a-good/1-month", TRACK);
        tracks.put("b-bad/1-month", track(WINDOWS.subList(0, 5)));
        Document page = Jsoup.parse(HtmlSite.index(tracks));

        assertThat(page.select(".tracks > li h2 a").eachAttr("href"))
                .containsExactly("./b-bad/1-month/index.html", "./a-good/1-month/index.html");
        assertThat(page.select("header .counts li").eachText()).containsExactly("1 Fail", "1 Pass");
        Element worst = page.selectFirst(".tracks > li");
        assertThat(worst.select(".newest strong").text()).isEqualTo("2026-07");
        assertThat(worst.select(".lights .light").eachAttr("title"))
                .containsExactly(
                        "2026-01: Pass",
                        "2026-02: Warn",
                        "2026-03: Not judged",
                        "2026-04-01 to 2026-06-01: 2 windows without a run",
                        "2026-06: Fail",
                        "2026-07: Fail");
        assertThat(worst.select(".lights a").eachAttr("href"))
                .first()
                .isEqualTo("./b-bad/1-month/windows/2026-01-01_2026-02-01.html");
        assertThat(worst.select(".lights a")).hasSize(4);
    }

    @Test
    void aGapIsShownAsAGapEverywhere() {
        Document page = Jsoup.parse(HtmlSite.track(TRACK, WINDOWS));

        assertThat(page.select("table.timeline tbody tr > th").eachText())
                .containsExactly(
                        "2026-08", "2026-07", "2026-06", "2026-04-01 to 2026-06-01", "2026-03", "2026-02", "2026-01");
        assertThat(page.select("table.timeline tr.gap td").text()).isEqualTo("2 windows without a run");
        assertThat(page.select(".lights .gap")).hasSize(1);
        assertThat(page.select("table.map thead th").eachText())
                .containsExactly("Column", "2026-01", "2026-02", "2026-03", "no run", "2026-06", "2026-07", "2026-08");
        assertThat(page.select("table.map tbody .gap")).hasSize(2);
        Document columns = Jsoup.parse(HtmlSite.columns(TRACK, WINDOWS));
        assertThat(columns.select("#column-1 tbody tr:contains(2026-04-01) td").eachText())
                .containsExactly("– 2 windows without a run", "–");
    }

    @Test
    void windowsThatNobodyExpectsAreNoGap() {
        List<SiteWindow> windows = WINDOWS.stream()
                .map(window -> new SiteWindow(
                        window.window(),
                        window.stamp(),
                        window.title(),
                        false,
                        window.runId(),
                        window.finishedAt(),
                        window.status(),
                        window.sentence(),
                        window.counts(),
                        window.rows(),
                        window.report(),
                        window.columns(),
                        window.columnsLeftOut()))
                .toList();

        assertThat(HtmlSite.track(track(windows), windows)).doesNotContain("without a run");
    }

    @Test
    void aPageOfTheArchiveSaysWhatIsMissingBeforeIt() {
        SitePage first = new SitePage("2010-2019", WINDOWS.subList(0, 3));
        SitePage second = new SitePage("2020-2029", WINDOWS.subList(3, 6));
        SiteTrack track = SiteTrack.of("lending", "store", WINDOWS, List.of(first.entry(), second.entry()));

        assertThat(Jsoup.parse(HtmlSite.archive(track, second))
                        .select("table.timeline tbody tr")
                        .last()
                        .text())
                .isEqualTo("2026-04-01 to 2026-06-01 2 windows without a run");
        assertThat(HtmlSite.archive(track, first)).doesNotContain("without a run");
    }

    @Test
    void theMapShowsTheWorstColumnsAndLeadsToTheirHistory() {
        Document page = Jsoup.parse(HtmlSite.track(TRACK, WINDOWS));
        Document columns = Jsoup.parse(HtmlSite.columns(TRACK, WINDOWS));

        assertThat(page.select("table.map tbody th").eachText()).containsExactly("income", "region");
        assertThat(page.select("table.map tbody tr").first().select(".light").eachAttr("title"))
                .hasSize(7)
                .contains("2026-03: no rows")
                .anyMatch(title -> title.startsWith("2026-06: Fail, CSI 0."))
                .anyMatch(title -> title.startsWith("2026-01: Pass, CSI 0.0"));
        assertThat(columns.select("#column-1 .facts").text()).isEqualTo("feature · beyond a limit in 3 of 5 windows");
        assertThat(columns.select("#column-3 .facts").text()).isEqualTo("protected attribute");
        for (Element link : page.select("table.map tbody a")) {
            String target = link.attr("href").replace("columns.html#", "");
            assertThat(columns.getElementById(target).selectFirst("h3").text()).isEqualTo(link.text());
        }
        assertThat(page.select("table.timeline td.said").first().text())
                .isEqualTo(WINDOWS.get(5).sentence());
    }

    @Test
    void comparesTheNewestTwoWithoutItsScriptAndHoldsWhatTheScriptNeeds() {
        Document page = Jsoup.parse(HtmlSite.compare(TRACK, WINDOWS));

        assertThat(page.select("#before article:not([hidden])").text()).startsWith("Fail 2026-07");
        assertThat(page.select("#after article:not([hidden])").text()).startsWith("Pass 2026-08");
        assertThat(page.select("#before option")).hasSize(6);
        Element income = page.selectFirst("#compared tr");
        assertThat(income.hasClass("changed")).isTrue();
        assertThat(income.select("td").eachText().get(0)).isEqualTo("Fail season");
        assertThat(income.select("td .season").eachAttr("hidden")).hasSize(2);
        assertThat(income.select("td").eachText().get(4)).matches("−0\\.[0-9]{3}");
        for (String name : List.of("data-signs", "data-texts", "data-numbers", "data-kinds")) {
            assertThat(income.attr(name).split("\\|", -1)).as(name).hasSize(6);
        }
        assertThat(income.attr("data-signs")).isEqualTo("pass|warn|no rows|fail|fail|pass");
        assertThat(income.attr("data-kinds")).isEqualTo("0|0||0|0|0");
    }

    @Test
    void oneWindowComparesWithNothing() {
        List<SiteWindow> one = WINDOWS.subList(0, 1);

        assertThat(Jsoup.parse(HtmlSite.compare(track(one), one)).select("main").text())
                .isEqualTo("There is one window so far, and nothing to hold it against.");
    }

    @Test
    void nothingIsLoadedAndOnlyTheOneScriptMayRun() throws GeneralSecurityException {
        for (String html : pages(TRACK, WINDOWS)) {
            Document page = Jsoup.parse(html);
            assertThat(page.select("link, iframe, object, embed, img, image, use, form, base, a[href^=http]"))
                    .isEmpty();
            assertThat(page.select("style").html()).doesNotContain("url(", "@import", "http");
            String policy =
                    page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
            assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("'unsafe-eval'");
            for (Element script : page.select("script")) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(script.data().getBytes(StandardCharsets.UTF_8));
                assertThat(policy)
                        .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';");
            }
            assertThat(page.select("script")).hasSize(policy.contains("script-src") ? 1 : 0);
        }
    }

    @Test
    void pagesAreBuiltForEveryReader() {
        for (String html : pages(TRACK, WINDOWS)) {
            Document page = Jsoup.parse(html);
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("th:not([scope])")).isEmpty();
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select(".lights .light, table.map tbody .light"))
                    .allSatisfy(light -> assertThat(light.text()).isEqualTo(light.attr("title")));
            for (Element labelled : page.select("[aria-labelledby]")) {
                for (String id : labelled.attr("aria-labelledby").split(" ", -1)) {
                    assertThat(page.getElementById(id)).as(id).isNotNull();
                }
            }
        }
    }

    @Test
    void showsHostileTextAsText() {
        List<String> names = List.of(
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "</title></style><img src=x onerror=alert(1)>",
                "[[${7*7}]] ${7*7} __${7*7}__ ~{report}",
                "sha256-of-the-script",
                "a|b|c",
                "",
                "x".repeat(10_000));
        for (String name : names) {
            ReportDocument document = HostileReport.document(
                    name,
                    names.stream().map(HostileReport::column).toList(),
                    List.of(new Finding(name, name, name, Status.FAIL, name, name, name)));
            SiteWindow march = SiteWindow.of(document, name);
            List<SiteWindow> windows = List.of(SiteWindows.empty(2), march);
            SiteTrack track = SiteTrack.of(name, name, windows, List.of(new SitePage("p", windows).entry()));

            for (String html : pages(track, windows)) {
                Document page = Jsoup.parse(html);
                assertThat(page.select("img, [onmouseover], [onerror]")).isEmpty();
                assertThat(page.select("script"))
                        .allMatch(script -> !script.data().contains("alert"));
                assertThat(page.select("a").eachAttr("href"))
                        .allMatch(target -> target.matches("(#|\\./|\\.\\./\\.\\./)?[a-zA-Z0-9_./#-]+"));
                assertThat(page.text()).doesNotContain("49");
            }
        }
    }

    @Test
    void aWideTableKeepsWhatMovedMost() {
        List<ReportColumn> columns = IntStream.range(0, 1_000)
                .mapToObj(place -> LendingColumns.column(
                        "feature_" + place, ColumnKind.NUMERIC, ColumnRole.FEATURE, place % 10 == 9 ? 0.9 : 0.05))
                .toList();
        SiteWindow window = SiteWindow.of(SampleReports.document(columns, LendingReport.findings(columns)), "stamp");

        assertThat(window.columns()).hasSize(200);
        assertThat(window.columnsLeftOut()).isEqualTo(800);
        assertThat(window.columns().stream()
                        .filter(column -> column.status() == Status.FAIL)
                        .toList())
                .hasSize(100);
        List<SiteWindow> windows = List.of(SiteWindows.empty(2), window);
        for (String html : pages(track(windows), windows)) {
            assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        }
        assertThat(HtmlSite.columns(track(windows), windows)).contains("the reports have every column");
    }

    private static List<String> pages(SiteTrack track, List<SiteWindow> windows) {
        TreeMap<String, SiteTrack> tracks = new TreeMap<>();
        tracks.put("folder/1-month", track);
        return List.of(
                HtmlSite.index(tracks),
                HtmlSite.track(track, windows),
                HtmlSite.archive(track, new SitePage("2020-2029", windows)),
                HtmlSite.columns(track, windows),
                HtmlSite.compare(track, windows));
    }

    private static SiteTrack track(List<SiteWindow> windows) {
        return SiteTrack.of("lending", "store", windows, List.of(new SitePage("2020-2029", windows).entry()));
    }

    /** A month in which income and region are as far from the reference as this. */
    private static SiteWindow window(int month, double income, double region) {
        List<ReportColumn> columns = List.of(
                LendingColumns.column("income", ColumnKind.NUMERIC, ColumnRole.FEATURE, income),
                LendingColumns.column("region", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, region),
                LendingColumns.column("age", ColumnKind.NUMERIC, ColumnRole.PROTECTED, 0.1));
        List<Finding> findings = new ArrayList<>(LendingReport.findings(columns));
        findings.remove(findings.size() - 1);
        return SiteWindows.month(month, "lending", "Lending applications", columns, findings);
    }
}
