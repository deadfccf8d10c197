package io.lakewarden.report.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The windows of one monitor and one length: the state file of a track.
 *
 * @param formatVersion the version of this shape, {@link #FORMAT_VERSION}
 * @param monitor name of the monitor
 * @param title what people call the table or model
 * @param store tells the store that it was made from
 * @param sentence the verdict of the newest window
 * @param lights the newest windows, at most {@value #NEWEST}, oldest first
 * @param pages the pages of the archive, oldest first
 */
public record SiteTrack(
        int formatVersion,
        String monitor,
        String title,
        String store,
        String sentence,
        List<SiteLight> lights,
        List<SitePage.Entry> pages) {
    /** The version that this code writes, and the only one that it reads. */
    public static final int FORMAT_VERSION = 1;

    /** So many windows are on the pages about the newest ones. */
    public static final int NEWEST = 60;

    public SiteTrack {
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(sentence, "sentence");
        lights = List.copyOf(lights);
        pages = List.copyOf(pages);
        if (lights.isEmpty()) {
            throw new IllegalArgumentException("a track has at least one window, but '" + monitor + "' has none");
        }
    }

    /**
     * The track of a monitor.
     *
     * @param newest the newest windows, at least one, oldest first
     */
    public static SiteTrack of(String monitor, String store, List<SiteWindow> newest, List<SitePage.Entry> pages) {
        return new SiteTrack(
                FORMAT_VERSION,
                monitor,
                title(newest).orElse(monitor),
                store,
                newest.get(newest.size() - 1).sentence(),
                newest.stream().map(SiteWindow::light).toList(),
                pages);
    }

    /** What the newest of these windows calls the table or model. */
    static Optional<String> title(List<SiteWindow> windows) {
        return windows.stream().flatMap(window -> window.title().stream()).reduce((earlier, later) -> later);
    }

    /** How long its windows are. */
    public WindowLength length() {
        return WindowLength.of(newest().window());
    }

    /** Its newest window. */
    public SiteLight newest() {
        return lights.get(lights.size() - 1);
    }

    /** The window before a page of its archive; empty before the first. */
    public Optional<SiteLight> before(String page) {
        return pages.stream()
                .takeWhile(entry -> entry.name().compareTo(page) < 0)
                .reduce((earlier, later) -> later)
                .map(SitePage.Entry::last);
    }

    /** How many windows it has. */
    public long windows() {
        return pages.stream().mapToLong(SitePage.Entry::windows).sum();
    }
}
