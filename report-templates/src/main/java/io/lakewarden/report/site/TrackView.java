package io.lakewarden.report.site;

import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import io.lakewarden.report.view.StatusView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A page of windows along time: the newest ones of a track, or a page of its archive.
 *
 * @param head what every page of the track begins with
 * @param heading which windows these are
 * @param archive whether this is a page of the archive
 * @param newest the newest window; null in the archive
 * @param lights a light for each window and gap, oldest first
 * @param map which columns were beyond a limit when; null where none was
 * @param rows the windows and gaps, newest first
 * @param pages the pages of the archive, newest first; empty in the archive
 */
public record TrackView(
        SiteHead head,
        String heading,
        boolean archive,
        Row newest,
        List<LightView> lights,
        MapView map,
        List<Row> rows,
        List<PageLink> pages) {

    /**
     * One window or gap.
     *
     * @param window the time range
     * @param href its report; null where there is none
     * @param status its verdict; null for a gap
     * @param sentence the verdict in one sentence, or what is missing
     * @param counts how many findings have which status
     * @param rows rows of the window
     * @param finished when the run ended; null where nothing says so
     */
    public record Row(
            String window,
            String href,
            StatusView status,
            Text sentence,
            String counts,
            String rows,
            String finished) {}

    /**
     * A page of the archive.
     *
     * @param name its name
     * @param href where it is
     * @param content what it holds, in words
     */
    public record PageLink(String name, String href, String content) {}

    /** The page of the newest windows, oldest first. */
    public static TrackView newest(SiteTrack track, List<SiteWindow> windows) {
        List<PageLink> pages = new ArrayList<>();
        for (SitePage.Entry entry : track.pages()) {
            pages.add(0, link(entry));
        }
        return of(
                SiteTexts.head(track),
                track.windows() > windows.size() ? "The newest " + SiteTexts.windows(windows.size()) : "Every window",
                false,
                Optional.empty(),
                windows,
                pages);
    }

    /** A page of the archive. Of the track it shows only what never changes, and the window before. */
    public static TrackView archive(SiteTrack track, SitePage page) {
        String title = SiteTrack.title(page.windows()).orElse(track.monitor());
        return of(
                SiteTexts.head(title, track, page.windows().size()),
                page.name(),
                true,
                track.before(page.name()),
                page.windows(),
                List.of());
    }

    private static TrackView of(
            SiteHead head,
            String heading,
            boolean archive,
            Optional<SiteLight> before,
            List<SiteWindow> windows,
            List<PageLink> pages) {
        List<Moment<SiteWindow>> moments = Moment.of(before, windows, SiteWindow::light);
        List<Row> rows = new ArrayList<>(moments.stream().map(TrackView::row).toList());
        Collections.reverse(rows);
        return new TrackView(
                head,
                heading,
                archive,
                archive ? null : rows.get(0),
                moments.stream()
                        .map(moment -> moment.window()
                                .map(window -> SiteTexts.light(window.light(), ""))
                                .orElseGet(() -> SiteTexts.gap(moment.gap().orElseThrow())))
                        .toList(),
                MapView.of(moments, windows, !archive),
                rows,
                pages);
    }

    private static Row row(Moment<SiteWindow> moment) {
        return moment.window()
                .map(TrackView::row)
                .orElseGet(() -> new Row(
                        Times.window(moment.gap().orElseThrow().range()),
                        null,
                        null,
                        Text.ofSentence(moment.gap().orElseThrow().words()),
                        null,
                        null,
                        null));
    }

    private static Row row(SiteWindow window) {
        return new Row(
                Times.window(window.window()),
                SiteTexts.report(window.light()),
                StatusView.of(window.status()),
                Text.ofSentence(window.sentence()),
                SiteTexts.counts(window),
                SiteTexts.rows(window),
                window.finishedAt().map(Times::instant).orElse(null));
    }

    private static PageLink link(SitePage.Entry entry) {
        String first = SiteTexts.label(entry.first().window());
        String last = SiteTexts.label(entry.last().window());
        return new PageLink(
                entry.name(),
                entry.name() + ".html",
                SiteTexts.windows(entry.windows())
                        + (first.equals(last) ? ", " + first : ", " + first + " to " + last));
    }
}
