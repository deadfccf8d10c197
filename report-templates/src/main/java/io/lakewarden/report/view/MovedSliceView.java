package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;

/**
 * A slice among those that moved most.
 *
 * @param slice key and value
 * @param rows its rows in the window
 * @param column the column that moved furthest in it
 * @param statistic what was measured
 * @param effect how far it moved
 * @param adjusted its adjusted p-value
 */
public record MovedSliceView(
        Text slice, String rows, Text column, String statistic, ValueText effect, String adjusted) {}
