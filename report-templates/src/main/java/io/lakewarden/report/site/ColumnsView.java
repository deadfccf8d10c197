package io.lakewarden.report.site;

import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.chart.TrendChart;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.Times;
import io.lakewarden.report.view.ColumnView.TrendRow;
import io.lakewarden.report.view.StatusView;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history of each column over the newest windows of a track.
 *
 * @param head what every page of the track begins with
 * @param heading which windows these are
 * @param columns the columns, that which was beyond a limit most often first
 * @param leftOut what the page does not show, in one sentence; null where nothing
 */
public record ColumnsView(SiteHead head, String heading, List<History> columns, String leftOut) {
    /**
     * One column. Its parts have the names that the pictures of the report know.
     *
     * @param id the id of its part of the page, made from its place, never from its name
     * @param name the column
     * @param facts what it means to the model, and how often it was beyond a limit
     * @param status its newest status
     * @param season whether the season explains that status
     * @param headline its newest score, in one line; empty where it has none
     * @param trend its score along time; null where there is none
     * @param trendLabel the score that the trend shows
     * @param trendRows every window and gap, newest first
     */
    public record History(
            String id,
            Text name,
            String facts,
            StatusView status,
            boolean season,
            String headline,
            TrendChart trend,
            String trendLabel,
            List<TrendRow> trendRows) {}

    /** The page of the newest windows, oldest first. */
    public static ColumnsView of(SiteTrack track, List<SiteWindow> windows) {
        List<Moment<SiteWindow>> moments = Moment.of(Optional.empty(), windows, SiteWindow::light);
        List<ColumnHistory> histories = ColumnHistory.of(windows);
        List<History> columns = new ArrayList<>();
        for (ColumnHistory history : histories.subList(0, Math.min(SiteWindow.MOST_COLUMNS, histories.size()))) {
            columns.add(history(history, moments, id(columns.size())));
        }
        return new ColumnsView(
                SiteTexts.head(track),
                "Over " + SiteTexts.windows(windows.size()),
                columns,
                leftOut(windows, histories));
    }

    static String id(int place) {
        return "column-" + (place + 1);
    }

    /** What a table too wide for the site leaves to the reports. */
    static String leftOut(List<SiteWindow> windows, List<ColumnHistory> histories) {
        boolean cut = histories.size() > SiteWindow.MOST_COLUMNS
                || windows.stream().anyMatch(window -> window.columnsLeftOut() > 0);
        return cut
                ? "At most " + SiteWindow.MOST_COLUMNS
                        + " columns of each window are kept here, those that moved most first; the reports have every column."
                : null;
    }

    /** A column's status and score in one window. */
    static LightView light(SiteColumn column) {
        StatusView status = StatusView.of(column.status());
        return new LightView(
                status.style() + (column.season() ? " seasonal" : ""),
                status.word()
                        + (column.season() ? ", season" : "")
                        + column.score()
                                .map(score -> ", " + SiteTexts.score(score, column.role()))
                                .orElse(""),
                null);
    }

    private static History history(ColumnHistory history, List<Moment<SiteWindow>> moments, String id) {
        SiteColumn latest = history.latest();
        Optional<SiteScore> score = latest.score();
        return new History(
                id,
                Text.of(history.name()),
                Language.ENGLISH.role(latest.role()) + facts(history),
                StatusView.of(latest.status()),
                latest.season(),
                score.map(it -> SiteTexts.score(it, latest.role())).orElse(""),
                score.map(it -> TrendChart.of(
                                new ReportTrend(it.name(), points(history, moments, it)),
                                Language.ENGLISH.statistic(it.name(), latest.role()),
                                it.warn(),
                                it.fail(),
                                Language.ENGLISH))
                        .orElse(null),
                score.map(it -> Language.ENGLISH.statistic(it.name(), latest.role()))
                        .orElse("Score"),
                rows(history, moments, score));
    }

    private static String facts(ColumnHistory history) {
        long alerts = history.windows().values().stream()
                .filter(column -> column.status().isAlert())
                .count();
        return alerts == 0
                ? ""
                : " · beyond a limit in " + alerts + " of "
                        + SiteTexts.windows(history.windows().size());
    }

    /** What has no score keeps the bins of its neighbour, for bins that nobody saw did not change. */
    private static List<TrendPoint> points(ColumnHistory history, List<Moment<SiteWindow>> moments, SiteScore latest) {
        String binning = history.windows().values().stream()
                .flatMap(column -> column.score().stream())
                .map(SiteScore::binningId)
                .findFirst()
                .orElse(latest.binningId());
        List<TrendPoint> points = new ArrayList<>();
        for (Moment<SiteWindow> moment : moments) {
            Optional<SiteColumn> column = moment.window().flatMap(history::in);
            binning =
                    column.flatMap(SiteColumn::score).map(SiteScore::binningId).orElse(binning);
            points.add(new TrendPoint(
                    moment.window()
                            .map(SiteWindow::window)
                            .orElseGet(() -> moment.gap().orElseThrow().range()),
                    value(moment, column, latest.name()),
                    column.map(SiteColumn::status).orElse(Status.SKIPPED),
                    binning));
        }
        return points;
    }

    private static MetricValue value(Moment<SiteWindow> moment, Optional<SiteColumn> column, String name) {
        if (moment.window().isEmpty()) {
            return MetricValue.unknown(moment.gap().orElseThrow().words());
        }
        if (column.isEmpty()) {
            return MetricValue.unknown(ColumnHistory.absence(moment.window().get()));
        }
        return column.get()
                .score()
                .filter(score -> score.name().equals(name))
                .map(SiteScore::value)
                .orElseGet(() -> MetricValue.unknown("not compared by this statistic"));
    }

    private static List<TrendRow> rows(
            ColumnHistory history, List<Moment<SiteWindow>> moments, Optional<SiteScore> latest) {
        List<TrendRow> rows = new ArrayList<>();
        String name = latest.map(SiteScore::name).orElse("");
        Optional<SiteScore> earlier = Optional.empty();
        for (Moment<SiteWindow> moment : moments) {
            Optional<SiteColumn> column = moment.window().flatMap(history::in);
            Optional<SiteScore> score = column.flatMap(SiteColumn::score);
            boolean newBins = score.isPresent()
                    && earlier.isPresent()
                    && !score.get().binningId().equals(earlier.get().binningId());
            earlier = score.isPresent() ? score : earlier;
            rows.add(
                    0,
                    new TrendRow(
                            moment.window()
                                    .map(window -> Times.window(window.window()))
                                    .orElseGet(() -> Times.window(
                                            moment.gap().orElseThrow().range())),
                            Language.ENGLISH.value(value(moment, column, name), Language.ENGLISH.format(name)),
                            column.map(it -> StatusView.of(it.status()).word() + (it.season() ? ", season" : ""))
                                    .orElse("–"),
                            newBins ? "new bins from here on" : null));
        }
        return rows;
    }
}
