package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * What moved, and what moved back.
 *
 * @param ranking what drifted most
 * @param more how many others drifted, in words; null where none did
 * @param resolved the columns that were beyond a limit and no longer are
 * @param moreResolved how many others there are of those, in words; null where there are none
 */
public record DriftView(List<RankedView> ranking, String more, List<ResolvedView> resolved, String moreResolved) {
    /**
     * A column that is back within its limits.
     *
     * @param target id of the column's own part of the page
     * @param name the column
     * @param role what it means to the model
     * @param sentence in which windows it was beyond them
     */
    public record ResolvedView(String target, Text name, String role, String sentence) {}
}
