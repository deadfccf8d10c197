package io.lakewarden.report.site;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * Columns across, windows along: which columns were beyond a limit when.
 *
 * @param windows the windows and gaps, oldest first
 * @param rows the columns, worst first
 * @param more how many others were beyond a limit, in words; null where none
 */
public record MapView(List<LightView> windows, List<Row> rows, String more) {
    /** So many columns are shown at the most. */
    private static final int MOST = 25;

    /**
     * One column.
     *
     * @param name the column
     * @param href its history; null where the page has none to show
     * @param cells a light for each window and gap
     */
    public record Row(Text name, String href, List<LightView> cells) {}

    /** The map of these moments; null where no column needs attention. */
    static MapView of(List<Moment<SiteWindow>> moments, List<SiteWindow> windows, boolean linked) {
        List<ColumnHistory> histories = ColumnHistory.of(windows);
        List<ColumnHistory> wanted =
                histories.stream().filter(ColumnHistory::needsAttention).toList();
        if (wanted.isEmpty()) {
            return null;
        }
        List<ColumnHistory> shown = wanted.subList(0, Math.min(MOST, wanted.size()));
        int others = wanted.size() - shown.size();
        return new MapView(
                moments.stream().map(MapView::head).toList(),
                shown.stream()
                        .map(history -> new Row(
                                Text.of(history.name()),
                                linked ? "columns.html#" + ColumnsView.id(histories.indexOf(history)) : null,
                                moments.stream()
                                        .map(moment -> cell(history, moment))
                                        .toList()))
                        .toList(),
                others == 0 ? null : others + (others == 1 ? " other column" : " other columns"));
    }

    private static LightView head(Moment<SiteWindow> moment) {
        return moment.window()
                .map(window -> new LightView(null, SiteTexts.label(window.window()), SiteTexts.report(window.light())))
                .orElseGet(() -> new LightView("gap", "no run", null));
    }

    private static LightView cell(ColumnHistory history, Moment<SiteWindow> moment) {
        if (moment.window().isEmpty()) {
            return SiteTexts.gap(moment.gap().orElseThrow());
        }
        SiteWindow window = moment.window().get();
        String when = SiteTexts.label(window.window()) + ": ";
        return history.in(window)
                .map(column -> cell(column, when))
                .orElseGet(() -> new LightView("absent", when + ColumnHistory.absence(window), null));
    }

    private static LightView cell(SiteColumn column, String when) {
        LightView light = ColumnsView.light(column);
        return new LightView(light.style(), when + light.label(), null);
    }
}
