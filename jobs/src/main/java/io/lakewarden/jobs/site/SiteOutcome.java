package io.lakewarden.jobs.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What became of the site.
 *
 * @param index its front page
 * @param tracks every track that was looked at
 */
public record SiteOutcome(Path index, List<Track> tracks) {
    public SiteOutcome {
        Objects.requireNonNull(index, "index");
        tracks = List.copyOf(tracks);
    }

    /**
     * The windows of one monitor and one length.
     *
     * @param monitor name of the monitor
     * @param folder its folder in the site
     * @param shown how many windows were new or changed
     * @param removed how many windows are no longer in the store
     */
    public record Track(String monitor, String folder, int shown, int removed) {
        public Track {
            Objects.requireNonNull(monitor, "monitor");
            Objects.requireNonNull(folder, "folder");
        }
    }
}
