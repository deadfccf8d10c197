package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * The whole page.
 *
 * @param title the table or model
 * @param window the window, short
 * @param subtitle which monitor and run, in one line
 * @param verdict the verdict
 * @param ranking what drifted most
 * @param findings every finding
 * @param slices every slice, by key; empty where there are none
 * @param columns every column
 * @param details the run's details, in groups
 * @param notes sentences that help to read the page
 */
public record PageView(
        Text title,
        String window,
        List<Text> subtitle,
        VerdictView verdict,
        List<RankedView> ranking,
        FindingsView findings,
        List<SliceGroupView> slices,
        List<ColumnView> columns,
        List<DetailGroup> details,
        List<Text> notes) {

    /**
     * The verdict.
     *
     * @param status the status
     * @param sentence the sentence
     * @param counts how many findings have which status
     * @param compared what was held against what, in one sentence
     */
    public record VerdictView(StatusView status, Text sentence, List<StatusCount> counts, Text compared) {}

    /**
     * How many findings have a status.
     *
     * @param count how many
     * @param status the status
     */
    public record StatusCount(String count, StatusView status) {}

    /**
     * The findings.
     *
     * @param attention those that warn, fail or could not be judged
     * @param rest all others
     */
    public record FindingsView(List<FindingView> attention, List<FindingView> rest) {}

    /**
     * One finding.
     *
     * @param status its status
     * @param source what judged
     * @param column the column, or words for the whole table
     * @param sentence the fact
     * @param observed what was seen
     * @param expected what was expected
     */
    public record FindingView(
            StatusView status, Text source, Text column, Text sentence, Text observed, Text expected) {}

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
     */
    public record DetailLine(Text name, Text value) {}
}
