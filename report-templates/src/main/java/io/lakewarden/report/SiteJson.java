package io.lakewarden.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lakewarden.report.site.SitePage;
import io.lakewarden.report.site.SiteTrack;

/**
 * The site's state files: what it needs to know of windows that it has seen, so that it need not read their reports again.
 * Written and read as strictly as report.json, on one line.
 */
public final class SiteJson {
    private SiteJson() {}

    /** A track as the text of its file. */
    public static String write(SiteTrack track) {
        return text(track);
    }

    /** A page of the archive as the text of its file. */
    public static String write(SitePage page) {
        return text(page);
    }

    /**
     * The track that a file holds.
     *
     * @throws ReportFormatException if the text is no track of {@link SiteTrack#FORMAT_VERSION}
     */
    public static SiteTrack track(String json) {
        SiteTrack track = read(json, SiteTrack.class);
        requireVersion(track.formatVersion());
        return track;
    }

    /**
     * The page of the archive that a file holds.
     *
     * @throws ReportFormatException if the text is no page of {@link SiteTrack#FORMAT_VERSION}
     */
    public static SitePage page(String json) {
        SitePage page = read(json, SitePage.class);
        requireVersion(page.formatVersion());
        return page;
    }

    private static String text(Object state) {
        try {
            return ReportJson.MAPPER.writeValueAsString(state) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of the site are always writable as JSON", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return ReportJson.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw ReportJson.unreadable("the site's state", e);
        }
    }

    private static void requireVersion(int version) {
        if (version != SiteTrack.FORMAT_VERSION) {
            throw new ReportFormatException("the site's state has format_version " + version
                    + "; this version of Lakewarden reads " + SiteTrack.FORMAT_VERSION);
        }
    }
}
