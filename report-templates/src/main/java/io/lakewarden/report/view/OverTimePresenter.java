package io.lakewarden.report.view;

import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.ValueText;
import io.lakewarden.report.view.OverTimeView.CellView;
import io.lakewarden.report.view.OverTimeView.RowView;
import io.lakewarden.report.view.OverTimeView.WindowView;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays the trends of all columns side by side: a row for each column, a cell for each window. */
final class OverTimePresenter {
    /** So many rows are shown, all others unfold. */
    private static final int MOST_SHOWN = 40;

    /** So many windows are shown, the newest ones. */
    private static final int MOST_WINDOWS = 25;

    private final List<Window> windows;
    private final ColumnIds ids;
    private final Language language;

    private OverTimePresenter(List<Window> windows, ColumnIds ids, Language language) {
        this.windows = windows;
        this.ids = ids;
        this.language = language;
    }

    /** The picture of the columns that were ever judged; null where none was. */
    static OverTimeView of(List<ReportColumn> columns, ColumnIds ids, Language language) {
        List<ReportColumn> rows =
                columns.stream().filter(OverTimePresenter::wasJudged).toList();
        if (rows.isEmpty()) {
            return null;
        }
        TreeSet<Window> windows = rows.stream()
                .flatMap(column -> points(column).stream())
                .map(TrendPoint::window)
                .collect(Collectors.toCollection(TreeSet::new));
        while (windows.size() > MOST_WINDOWS) {
            windows.pollFirst();
        }
        return new OverTimePresenter(List.copyOf(windows), ids, language).view(rows);
    }

    /** Identifiers and times never are. */
    private static boolean wasJudged(ReportColumn column) {
        return points(column).stream().anyMatch(point -> point.status() != Status.SKIPPED);
    }

    private static List<TrendPoint> points(ReportColumn column) {
        return column.trend().map(trend -> trend.points()).orElse(List.of());
    }

    private OverTimeView view(List<ReportColumn> columns) {
        List<RowView> rows =
                ColumnOrder.worstFirst(columns).stream().map(this::row).toList();
        int shown = Math.min(MOST_SHOWN, rows.size());
        return new OverTimeView(
                windows.stream().map(this::window).toList(),
                rows.subList(0, shown),
                rows.subList(shown, rows.size()),
                hint(columns));
    }

    private WindowView window(Window window) {
        String label = language.shortWindow(window);
        String full = language.window(window);
        return new WindowView(label, label.equals(full) ? null : full);
    }

    private String hint(List<ReportColumn> columns) {
        String scores = columns.stream()
                .map(column -> language.statistic(column.trend().orElseThrow().score(), column.role()))
                .distinct()
                .collect(Collectors.joining(" " + language.text("or") + " "));
        return language.text("over-time.hint", scores);
    }

    private RowView row(ReportColumn column) {
        Map<Window, CellView> cells = new HashMap<>();
        String binning = null;
        for (TrendPoint point : points(column)) {
            boolean scored = point.value().number().isPresent();
            boolean newBins = scored && binning != null && !binning.equals(point.binningId());
            binning = scored ? point.binningId() : binning;
            cells.put(point.window(), cell(point, newBins));
        }
        List<CellView> row = new ArrayList<>();
        for (Window window : windows) {
            row.add(cells.getOrDefault(window, new CellView("absent", "", null, null)));
        }
        return new RowView(
                ids.of(column),
                language.name(column.name()),
                column.season().isPresent() && column.status().isAlert(),
                row);
    }

    private CellView cell(TrendPoint point, boolean newBins) {
        ValueText value = language.value(point.value(), language::score);
        List<String> words = new ArrayList<>();
        if (point.status() != Status.PASS) {
            words.add(language.status(point.status()));
        }
        if (newBins) {
            words.add(language.text("over-time.new-bins"));
        }
        return new CellView(
                style(point.status(), newBins),
                value.text(),
                value.note(),
                words.isEmpty() ? null : String.join(", ", words));
    }

    /** Most cells passed; they go without. */
    private static String style(Status status, boolean newBins) {
        String style = status == Status.PASS ? "" : StatusView.of(status).style();
        String both = (style + (newBins ? " rebinned" : "")).strip();
        return both.isEmpty() ? null : both;
    }
}
