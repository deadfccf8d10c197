package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;

/**
 * A slice that nobody named.
 *
 * @param slice which rows it holds
 * @param rows its rows in the window
 * @param measure what moved
 * @param before that in the reference
 * @param now that in the window
 * @param effect how far
 * @param adjusted the adjusted p-value
 */
public record FoundSliceView(
        Text slice, String rows, Text measure, String before, String now, String effect, String adjusted) {}
