package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.site.SitePage;
import io.lakewarden.report.site.SiteTrack;
import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        windows.add(2, empty());
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
                .mapToObj(place -> LendingReport.column(
                        place % 4 == 0 ? text + place : "feature_" + place,
                        place % 3 == 0 ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC,
                        place == 1 ? ColumnRole.PREDICTION : ColumnRole.FEATURE,
                        (place + month) % 7 * 0.13))
                .forEach(columns::add);
        columns.add(LendingReport.seasonal("temperature", 0.7));
        columns.add(SampleReports.bare("undecided", Status.ERROR));
        ReportDocument document = SampleReports.document(columns, LendingReport.findings(columns.subList(0, 13)));
        ReportHeader header = document.header();
        return SiteWindow.of(
                new ReportDocument(
                        new ReportHeader(
                                text,
                                text,
                                of(month),
                                Optional.empty(),
                                "run-" + month,
                                header.generatedAt(),
                                header.granularity()),
                        document.verdict(),
                        document.inputs(),
                        document.findings(),
                        List.of(),
                        columns,
                        List.of(),
                        List.of()),
                "stamp");
    }

    private static SiteWindow empty() {
        return new SiteWindow(
                of(3),
                "stamp",
                Optional.empty(),
                true,
                "run",
                Optional.of(Instant.EPOCH),
                Status.SKIPPED,
                "The window holds no rows.",
                new TreeMap<>(),
                OptionalLong.of(0),
                false,
                List.of(),
                0);
    }

    private static Window of(int month) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(1));
    }
}
