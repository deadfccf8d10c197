package io.lakewarden.jobs.site;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.report.HtmlReport;
import io.lakewarden.report.HtmlSite;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportForm;
import io.lakewarden.report.ReportLayout;
import io.lakewarden.report.SiteJson;
import io.lakewarden.report.site.SitePage;
import io.lakewarden.report.site.SiteTrack;
import io.lakewarden.report.site.SiteWindow;
import io.lakewarden.report.site.WindowLength;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings the pages of one track up to date. It opens the pages of the archive that hold a window which is new, changed or
 * gone, their successors (which say what is missing before them), and those that hold the newest windows; no other. The
 * track's own state is written last, so that what a killed update left undone is done by the next.
 */
final class TrackUpdate {
    private static final String REPORTS = "windows";

    private final SiteFolder site;
    private final SiteFolder reports;
    private final StoredWindows stored;
    private final String monitor;
    private final String store;
    private final String folder;
    private final TreeMap<String, SitePage.Entry> pages = new TreeMap<>();
    private final TreeSet<String> changed = new TreeSet<>();
    private int shown;
    private int removed;

    /**
     * An update.
     *
     * @param store tells the store
     * @param folder the track's folder in the site
     */
    TrackUpdate(SiteFolder site, StoredWindows stored, String monitor, String store, String folder) {
        this.site = site;
        this.stored = stored;
        this.monitor = monitor;
        this.store = store;
        this.folder = folder;
        this.reports = new SiteFolder(site.path(folder + "/" + REPORTS));
    }

    /** Shows the windows with these stamps; where they are all that the store has, others are taken off the site. */
    SiteOutcome.Track update(SortedMap<Window, String> stamps, boolean all) {
        site.state(folder, "track", SiteJson::track).ifPresent(track -> {
            requireStore(track);
            track.pages().forEach(page -> pages.put(page.name(), page));
        });
        TreeMap<String, TreeMap<Window, String>> wanted = new TreeMap<>();
        stamps.forEach((window, stamp) -> wanted.computeIfAbsent(
                        WindowLength.of(window).page(window), name -> new TreeMap<>())
                .put(window, stamp));
        Set<String> names = new TreeSet<>(wanted.keySet());
        if (all) {
            names.addAll(pages.keySet());
        }
        for (String name : names) {
            update(name, wanted.getOrDefault(name, new TreeMap<>()), all);
        }
        if (!changed.isEmpty()) {
            write();
        }
        return new SiteOutcome.Track(monitor, folder, shown, removed);
    }

    private void requireStore(SiteTrack track) {
        if (!track.store().equals(store)) {
            throw new UserException("--site: " + site.path(folder) + " shows the monitor '" + monitor
                    + "' of another store; expected that of this one. Choose another folder, or delete "
                    + site.path(folder).getParent() + " first");
        }
    }

    private void update(String name, SortedMap<Window, String> stamps, boolean all) {
        SitePage.Entry known = pages.get(name);
        if (all && known != null && known.digest().equals(SitePage.digest(stamps))) {
            return;
        }
        TreeMap<Window, SiteWindow> windows = new TreeMap<>();
        page(name).ifPresent(page -> page.windows().forEach(window -> windows.put(window.window(), window)));
        if (all) {
            List.copyOf(windows.keySet()).stream()
                    .filter(window -> !stamps.containsKey(window))
                    .forEach(window -> {
                        hide(window);
                        windows.remove(window);
                        removed++;
                    });
        }
        stamps.forEach((window, stamp) -> {
            SiteWindow kept = windows.get(window);
            if (kept == null || !kept.stamp().equals(stamp)) {
                windows.put(window, show(window, stamp));
                shown++;
            }
        });
        changed.add(name);
        if (windows.isEmpty()) {
            site.delete(data(name));
            site.delete(html(name));
            pages.remove(name);
        } else {
            SitePage page = new SitePage(name, List.copyOf(windows.values()));
            site.write(data(name), SiteJson.write(page));
            pages.put(name, page.entry());
        }
    }

    private SiteWindow show(Window window, String stamp) {
        StoredWindows.Found found = stored.read(window, stamp);
        if (found.document().isEmpty()) {
            hide(window);
        } else {
            write(window, found.document().get());
            site.write(json(window), found.json().orElseThrow());
        }
        return found.window();
    }

    private void write(Window window, ReportDocument document) {
        try {
            HtmlReport.write(document, layout(window), reports);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of " + window, e);
        }
    }

    private void hide(Window window) {
        try {
            HtmlReport.delete(layout(window), reports);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the report of " + window, e);
        }
        site.delete(json(window));
    }

    private void write() {
        if (pages.isEmpty()) {
            List.of("index", "columns", "compare").forEach(name -> site.delete(html(name)));
            site.delete(data("track"));
            return;
        }
        List<SiteWindow> newest = newest();
        SiteTrack track = SiteTrack.of(monitor, store, newest, List.copyOf(pages.values()));
        Set<String> affected = new TreeSet<>(changed);
        changed.stream().map(pages::higherKey).filter(Objects::nonNull).forEach(affected::add);
        affected.retainAll(pages.keySet());
        affected.forEach(name ->
                site.write(html(name), HtmlSite.archive(track, page(name).orElseThrow())));
        site.write(html("index"), HtmlSite.track(track, newest));
        site.write(html("columns"), HtmlSite.columns(track, newest));
        site.write(html("compare"), HtmlSite.compare(track, newest));
        site.write(data("track"), SiteJson.write(track));
    }

    private List<SiteWindow> newest() {
        List<SiteWindow> newest = new ArrayList<>();
        for (String name : pages.descendingKeySet()) {
            List<SiteWindow> windows = new ArrayList<>(page(name).orElseThrow().windows());
            Collections.reverse(windows);
            newest.addAll(windows);
            if (newest.size() >= SiteTrack.NEWEST) {
                break;
            }
        }
        List<SiteWindow> kept = new ArrayList<>(newest.subList(0, Math.min(SiteTrack.NEWEST, newest.size())));
        Collections.reverse(kept);
        return kept;
    }

    private Optional<SitePage> page(String name) {
        return site.state(folder, name, SiteJson::page);
    }

    private String data(String name) {
        return SiteFolder.data(folder, name);
    }

    private String html(String name) {
        return folder + "/" + name + ".html";
    }

    private String json(Window window) {
        return folder + "/" + REPORTS + "/" + window.fileName() + ".json";
    }

    private static ReportLayout layout(Window window) {
        return new ReportLayout(window.fileName(), ReportForm.WITH_SIDE_FILES, Optional.of("../index.html"));
    }
}
