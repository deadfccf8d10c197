package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.site.SitePage;
import io.lakewarden.report.site.SiteTrack;
import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The pages of a site as full as a real one, for tests that open them in a browser: windows of every status, one without
 * rows, a gap, and one given text wherever a monitor or a column is named.
 */
public final class SampleSite {
    /** Every kind of page. */
    public static final List<String> PAGES = List.of("index", "monitor", "archive", "columns", "compare");

    private SampleSite() {}

    /** One of the pages. */
    public static String page(String kind, String text) {
        List<SiteWindow> windows = new ArrayList<>();
        for (int month : List.of(1, 2, 5, 6, 7)) {
            windows.add(window(text, month));
        }
        windows.add(2, SiteWindows.empty(3));
        SitePage page = new SitePage("2020-2029", windows);
        SiteTrack track = SiteTrack.of(text, "store", windows, List.of(page.entry()));
        return switch (kind) {
            case "index" -> HtmlSite.index(new TreeMap<>(Map.of("a/1-month", track, "b/1-month", track)));
            case "monitor" -> HtmlSite.track(track, windows);
            case "archive" -> HtmlSite.archive(track, page);
            case "columns" -> HtmlSite.columns(track, windows);
            case "compare" -> HtmlSite.compare(track, windows);
            default -> throw new IllegalArgumentException("no page " + kind);
        };
    }

    private static SiteWindow window(String text, int month) {
        List<ReportColumn> columns = new ArrayList<>();
        IntStream.range(0, 12)
                .mapToObj(place -> LendingColumns.column(
                        place % 4 == 0 ? text + place : "feature_" + place,
                        place % 3 == 0 ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC,
                        place == 1 ? ColumnRole.PREDICTION : ColumnRole.FEATURE,
                        (place + month) % 7 * 0.13))
                .forEach(columns::add);
        columns.add(LendingColumns.seasonal("temperature", 0.7));
        columns.add(SampleReports.bare("undecided", Status.ERROR));
        return SiteWindows.month(month, text, text, columns, LendingReport.findings(columns.subList(0, 13)));
    }
}
