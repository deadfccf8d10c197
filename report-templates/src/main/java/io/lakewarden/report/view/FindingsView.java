package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * The findings.
 *
 * @param groups those that warn, fail or could not be judged, what is wrong with the data apart from what drifted
 * @param rest all others
 * @param more how many more passed or were not judged than are listed, in words; null where all are listed
 */
public record FindingsView(List<FindingGroup> groups, List<FindingView> rest, String more) {
    /**
     * Findings under one heading.
     *
     * @param id where on the page they are
     * @param heading the heading
     * @param hint what belongs here, in one sentence
     * @param findings the findings, worst first
     * @param more how many more there are than are listed, in words; null where all are
     */
    public record FindingGroup(String id, String heading, String hint, List<FindingView> findings, String more) {}

    /**
     * One finding.
     *
     * @param status its status
     * @param about what was judged, such as the schema or missing values
     * @param column the column, or words for the whole table
     * @param target id of the column's own part of the page, null where it has none
     * @param sentence the fact
     * @param observed what was seen
     * @param expected what was expected
     */
    public record FindingView(
            StatusView status, Text about, Text column, String target, Text sentence, Text observed, Text expected) {}
}
