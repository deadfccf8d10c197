package io.lakewarden.report.site;

import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Numbers;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import io.lakewarden.report.view.StatusView;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** Phrases that several pages of the site share. */
final class SiteTexts {
    private SiteTexts() {}

    /** What the pages of a track begin with. */
    static SiteHead head(SiteTrack track) {
        return head(track.title(), track, track.windows());
    }

    static SiteHead head(String title, SiteTrack track, long windows) {
        return new SiteHead(
                Text.of(title),
                Text.of("Monitor " + track.monitor()),
                "Windows of " + track.length().words(),
                windows(windows));
    }

    static String windows(long count) {
        return Numbers.count(count) + (count == 1 ? " window" : " windows");
    }

    /** A window as short as it stays clear within its track: where it starts, or the month or year that it is. */
    static String label(Window window) {
        String text = Times.window(window);
        return text.contains(" to ")
                ? Times.micros((double) ChronoUnit.MICROS.between(Instant.EPOCH, window.start()))
                : text;
    }

    /** Where a window's report is, seen from the pages of its track; null where it has none. */
    static String report(SiteLight light) {
        return light.report() ? "windows/" + light.window().fileName() + ".html" : null;
    }

    static LightView light(SiteLight light, String folder) {
        StatusView status = StatusView.of(light.status());
        String report = report(light);
        return new LightView(
                status.style(), label(light.window()) + ": " + status.word(), report == null ? null : folder + report);
    }

    static LightView gap(SiteGap gap) {
        return new LightView("gap", Times.window(gap.range()) + ": " + gap.words(), null);
    }

    /** {@code 1 Fail, 3 Pass}, worst first. */
    static String counts(SiteWindow window) {
        return window.counts().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, ReportVerdict.WORST_FIRST))
                .map(entry -> Numbers.count(entry.getValue()) + " "
                        + StatusView.of(entry.getKey()).word())
                .collect(Collectors.joining(", "));
    }

    static String rows(SiteWindow window) {
        return window.rows().isPresent() ? Numbers.count(window.rows().getAsLong()) : "–";
    }

    /** {@code CSI 0.312}; a dash where there is no value. */
    static String score(SiteScore score, ColumnRole role) {
        return Language.ENGLISH.statistic(score.name(), role) + " "
                + Language.ENGLISH
                        .value(score.value(), Language.ENGLISH.format(score.name()))
                        .text();
    }
}
