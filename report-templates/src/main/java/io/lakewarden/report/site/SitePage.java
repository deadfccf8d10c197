package io.lakewarden.report.site;

import io.lakewarden.result.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One page of a track's archive: its state file.
 *
 * @param formatVersion the version of this shape, {@link SiteTrack#FORMAT_VERSION}
 * @param name the time that its windows start in, see {@link WindowLength#page}
 * @param windows oldest first
 */
public record SitePage(int formatVersion, String name, List<SiteWindow> windows) {
    public SitePage {
        Objects.requireNonNull(name, "name");
        windows = List.copyOf(windows);
    }

    /** A page of the current version. */
    public SitePage(String name, List<SiteWindow> windows) {
        this(SiteTrack.FORMAT_VERSION, name, windows);
    }

    /** Its line in the state of the track; a page has at least one window. */
    public Entry entry() {
        TreeMap<Window, String> stamps = new TreeMap<>();
        windows.forEach(window -> stamps.put(window.window(), window.stamp()));
        return new Entry(
                name,
                digest(stamps),
                windows.size(),
                windows.get(0).light(),
                windows.get(windows.size() - 1).light());
    }

    /** What tells a page that has to be made again: a digest of its windows and their stamps. */
    public static String digest(SortedMap<Window, String> stamps) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            stamps.forEach(
                    (window, stamp) -> digest.update((window + " " + stamp + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * A page as the track knows it.
     *
     * @param name its name
     * @param digest tells what it was made from
     * @param windows how many windows it has
     * @param first its first window
     * @param last its last window
     */
    public record Entry(String name, String digest, int windows, SiteLight first, SiteLight last) {
        public Entry {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(digest, "digest");
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(last, "last");
        }
    }
}
