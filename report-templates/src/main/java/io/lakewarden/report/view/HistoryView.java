package io.lakewarden.report.view;

import io.lakewarden.report.chart.HistoryChart;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;
import java.util.List;

/**
 * A number that was held against earlier windows.
 *
 * @param name the column, or the words for the whole table
 * @param metric what the number is
 * @param status how it was judged
 * @param strategy what was expected, in words
 * @param settings the strategy's parameters, null where it has none
 * @param value the number
 * @param expected the band, in words
 * @param sentence the whole fact where more is to be said than number and band, null elsewhere
 * @param chart the picture
 * @param rows the numbers behind it
 */
public record HistoryView(
        Text name,
        String metric,
        StatusView status,
        String strategy,
        String settings,
        ValueText value,
        String expected,
        Text sentence,
        HistoryChart chart,
        List<PastRow> rows) {
    /**
     * The number of one window.
     *
     * @param window the window
     * @param value the number
     */
    public record PastRow(String window, ValueText value) {}
}
