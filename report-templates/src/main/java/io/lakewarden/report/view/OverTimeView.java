package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * Columns against windows.
 *
 * @param windows the windows, oldest first
 * @param shown the columns that are worst off
 * @param folded all others, which the page unfolds
 * @param hint what the numbers are
 */
public record OverTimeView(List<WindowView> windows, List<RowView> shown, List<RowView> folded, String hint) {
    /**
     * One window.
     *
     * @param label the window, short
     * @param full the window in full where the label shortens it, otherwise null
     */
    public record WindowView(String label, String full) {}

    /**
     * One column.
     *
     * @param target id of the column's own part of the page
     * @param name the column
     * @param seasonal whether the season explains its movement in this run's window
     * @param cells a cell for each window
     */
    public record RowView(String target, Text name, boolean seasonal, List<CellView> cells) {}

    /**
     * One column in one window.
     *
     * @param style CSS classes, null where it passed
     * @param value the score
     * @param note why there is no score, or its bounds; null where it is exact
     * @param words what the number alone does not say, null where it is one that passed
     */
    public record CellView(String style, String value, String note, String words) {}
}
