package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;
import java.util.List;

/**
 * The window against another source.
 *
 * @param compared what was held against what, in one sentence
 * @param joined how the rows found each other, in one sentence; null where they were not joined
 * @param rows the columns that need attention, worst first
 * @param others how many others there are, in words; null where there are none
 */
public record SkewView(Text compared, Text joined, List<SkewRow> rows, String others) {
    /**
     * A column.
     *
     * @param name its name
     * @param mismatch the share of joined rows that differ, null where rows were not compared
     * @param distribution the score that speaks for how its values are spread, in words; null where there is none
     * @param status its status
     * @param sentence what was found
     */
    public record SkewRow(Text name, ValueText mismatch, String distribution, StatusView status, Text sentence) {}
}
