package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * The whole page.
 *
 * @param title the table or model
 * @param window the window, short
 * @param subtitle which monitor and run, in one line
 * @param timeline address of the page over all windows, null where there is none
 * @param verdict the verdict
 * @param drift what drifted most, and what no longer does
 * @param overTime the columns over the windows, null where there is no history
 * @param findings the findings
 * @param history what was held against earlier windows; empty where nothing was
 * @param slices every slice, by key; empty where there are none
 * @param columns every column
 * @param beside where the rest of some columns is, null where all is here
 * @param details the run's details, in groups
 * @param notes sentences that help to read the page
 * @param skew the window against another source, null where there is none
 * @param movedSlices the slices that moved most; empty where none did
 * @param multivariate how the columns go together, null where that was not looked at
 * @param outliers rows that are unlike those of the reference, null where none were looked for
 * @param foundSlices slices that nobody named and that moved, null where none were looked for
 * @param rowsOf which run found what these sections show, null where it is this one
 */
public record PageView(
        Text title,
        String window,
        List<Text> subtitle,
        String timeline,
        VerdictView verdict,
        DriftView drift,
        OverTimeView overTime,
        FindingsView findings,
        List<HistoryView> history,
        List<SliceGroupView> slices,
        List<ColumnView> columns,
        BesideView beside,
        List<DetailGroup> details,
        List<Text> notes,
        SkewView skew,
        List<MovedSliceView> movedSlices,
        MultivariateView multivariate,
        OutliersView outliers,
        List<FoundSliceView> foundSlices,
        Text rowsOf) {

    /**
     * The verdict.
     *
     * @param status the status
     * @param sentence the sentence
     * @param languageOfSentence code of its language, null where it is that of the page
     * @param counts how many findings have which status
     * @param compared what was held against what, in one sentence
     * @param change what is new, lasts and is over, in one sentence; null where no trend tells
     */
    public record VerdictView(
            StatusView status,
            Text sentence,
            String languageOfSentence,
            List<StatusCount> counts,
            Text compared,
            String change) {}

    /**
     * How many findings have a status.
     *
     * @param count how many
     * @param status the status
     */
    public record StatusCount(String count, StatusView status) {}

    /**
     * Lines under one heading.
     *
     * @param heading the heading
     * @param lines the lines
     */
    public record DetailGroup(String heading, List<DetailLine> lines) {}

    /**
     * One name and value.
     *
     * @param name the name
     * @param value the value
     * @param languageOfName code of the language of the name, null where it is that of the page
     * @param languageOfValue code of the language of the value, null where it is that of the page
     */
    public record DetailLine(Text name, Text value, String languageOfName, String languageOfValue) {}
}
