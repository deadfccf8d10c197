package io.lakewarden.report.site;

import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import io.lakewarden.report.view.PageView.StatusCount;
import io.lakewarden.report.view.StatusView;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The front page: every track.
 *
 * @param counts how many tracks' newest windows have which status
 * @param tracks the tracks, worst first
 */
public record IndexView(List<StatusCount> counts, List<Row> tracks) {
    /** So many windows of each track are shown as lights. */
    private static final int LIGHTS = 30;

    /**
     * One track.
     *
     * @param title the table or model
     * @param monitor the monitor
     * @param length how long its windows are
     * @param href its page
     * @param window its newest window
     * @param status the verdict of that
     * @param sentence the verdict in one sentence
     * @param lights the newest windows and gaps, oldest first
     */
    public record Row(
            Text title,
            Text monitor,
            String length,
            String href,
            String window,
            StatusView status,
            Text sentence,
            List<LightView> lights) {}

    /** The front page over tracks by their folders, relative to the page. */
    public static IndexView of(SortedMap<String, SiteTrack> tracks) {
        TreeMap<Status, Integer> counts = new TreeMap<>(ReportVerdict.WORST_FIRST);
        tracks.values().forEach(track -> counts.merge(track.newest().status(), 1, Integer::sum));
        return new IndexView(
                counts.entrySet().stream()
                        .map(entry -> new StatusCount(Numbers.count(entry.getValue()), StatusView.of(entry.getKey())))
                        .toList(),
                tracks.entrySet().stream()
                        .sorted(Comparator.comparing(
                                (Map.Entry<String, SiteTrack> entry) ->
                                        entry.getValue().newest().status(),
                                ReportVerdict.WORST_FIRST))
                        .map(entry -> row("./" + entry.getKey() + "/", entry.getValue()))
                        .toList());
    }

    private static Row row(String folder, SiteTrack track) {
        List<SiteLight> lights = track.lights();
        return new Row(
                Text.of(track.title()),
                Text.of(track.monitor()),
                "windows of " + track.length().words(),
                folder + "index.html",
                Times.window(track.newest().window()),
                StatusView.of(track.newest().status()),
                Text.ofSentence(track.sentence()),
                Moment.of(
                                Optional.empty(),
                                lights.subList(Math.max(0, lights.size() - LIGHTS), lights.size()),
                                light -> light)
                        .stream()
                        .map(moment -> moment.window()
                                .map(light -> SiteTexts.light(light, folder))
                                .orElseGet(() -> SiteTexts.gap(moment.gap().orElseThrow())))
                        .toList());
    }
}
