package io.lakewarden.report;

import io.lakewarden.report.site.ColumnsView;
import io.lakewarden.report.site.CompareView;
import io.lakewarden.report.site.IndexView;
import io.lakewarden.report.site.SitePage;
import io.lakewarden.report.site.SiteTrack;
import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.report.site.TrackView;
import java.util.List;
import java.util.SortedMap;

/**
 * The pages of the site over all monitors, each one HTML file that loads nothing. The same records give the same text, and
 * every text of theirs is escaped; see docs/site.md for what is where.
 */
public final class HtmlSite {
    private static final PageScript COMPARE_SCRIPT = new PageScript("site-compare.js");

    private HtmlSite() {}

    /** The front page over tracks by their folders, relative to the page. */
    public static String index(SortedMap<String, SiteTrack> tracks) {
        return Pages.render("site-index", IndexView.of(tracks));
    }

    /** The page of a track with its newest windows, oldest first. */
    public static String track(SiteTrack track, List<SiteWindow> newest) {
        return Pages.render("site-track", TrackView.newest(track, newest));
    }

    /** A page of a track's archive. */
    public static String archive(SiteTrack track, SitePage page) {
        return Pages.render("site-track", TrackView.archive(track, page));
    }

    /** The history of each column over the newest windows of a track, oldest first. */
    public static String columns(SiteTrack track, List<SiteWindow> newest) {
        return Pages.render("site-columns", ColumnsView.of(track, newest));
    }

    /** Any two of the newest windows of a track, oldest first, beside each other. */
    public static String compare(SiteTrack track, List<SiteWindow> newest) {
        return Pages.render("site-compare", CompareView.of(track, newest), COMPARE_SCRIPT);
    }
}
