package io.lakewarden.jobs.site;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.Digest;
import io.lakewarden.jobs.run.Progress;
import io.lakewarden.jobs.store.FileNames;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.jobs.store.WriterLock;
import io.lakewarden.report.HtmlSite;
import io.lakewarden.report.SiteJson;
import io.lakewarden.report.site.SiteTrack;
import io.lakewarden.report.site.WindowLength;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings a site up to date with a store, one update at a time. */
public final class SiteUpdate {
    private final StoreFiles files;
    private final SiteRequest request;
    private final Progress progress;
    private final SiteFolder site;

    /** An update of the site that is asked for, from the files of its store. */
    public SiteUpdate(StoreFiles files, SiteRequest request, Progress progress) {
        this.files = files;
        this.request = request;
        this.progress = progress;
        this.site = new SiteFolder(request.folder());
    }

    /** Looks for windows that are new, changed or gone, and writes the pages that they are on. */
    public SiteOutcome run() {
        try {
            List<String> monitors = monitors();
            site.requireOwn();
            List<SiteOutcome.Track> tracks = new ArrayList<>();
            WriterLock.of(request.folder().toUri()).hold(() -> {
                monitors.forEach(monitor -> tracks.addAll(update(monitor)));
                site.write(SiteFolder.INDEX, HtmlSite.index(all()));
            });
            return new SiteOutcome(site.path(SiteFolder.INDEX), tracks);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into the store " + request.store(), e);
        } finally {
            progress.clear();
        }
    }

    private List<String> monitors() throws IOException {
        if (request.monitor().isPresent()) {
            return List.of(request.monitor().get());
        }
        List<String> monitors = files.monitors();
        if (monitors.isEmpty()) {
            throw new UserException("The store " + request.store()
                    + " holds no runs; name another with --store, or make one with: lakewarden run");
        }
        return monitors;
    }

    private List<SiteOutcome.Track> update(String monitor) {
        progress.stage("looking at the windows of " + monitor);
        String folder = FileNames.of(monitor);
        boolean all = request.windows().isEmpty();
        TreeMap<String, TreeMap<Window, String>> tracks = new TreeMap<>();
        if (all) {
            site.tracks(folder).forEach(track -> tracks.put(track, new TreeMap<>()));
        }
        stamps(monitor).forEach((window, stamp) -> tracks.computeIfAbsent(
                        folder + "/" + WindowLength.of(window).folder(), track -> new TreeMap<>())
                .put(window, stamp));
        List<SiteOutcome.Track> updated = new ArrayList<>();
        tracks.forEach((track, stamps) -> updated.add(
                new TrackUpdate(site, new StoredWindows(files, monitor), monitor, Digest.of(files.root()), track)
                        .update(stamps, all)));
        return updated;
    }

    private SortedMap<Window, String> stamps(String monitor) {
        try {
            SortedMap<Window, String> stamps = new TreeMap<>();
            if (request.windows().isEmpty()) {
                stamps.putAll(files.stamps(monitor));
            }
            for (Window window : request.windows()) {
                stamps.put(window, files.stamp(monitor, window).orElseThrow(() -> none(monitor, " for " + window)));
            }
            if (stamps.isEmpty() && request.monitor().isPresent()) {
                throw none(monitor, "");
            }
            return stamps;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the runs of " + monitor, e);
        }
    }

    private UserException none(String monitor, String window) {
        return new UserException("The store " + request.store() + " has no run of monitor '" + monitor + "'" + window
                + "; make one with: lakewarden run");
    }

    private SortedMap<String, SiteTrack> all() {
        TreeMap<String, SiteTrack> tracks = new TreeMap<>();
        for (String track : site.tracks()) {
            site.state(track, "track", SiteJson::track).ifPresent(state -> tracks.put(track, state));
        }
        return tracks;
    }
}
