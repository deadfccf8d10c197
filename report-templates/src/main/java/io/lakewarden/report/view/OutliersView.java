package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;
import java.util.List;

/**
 * Rows that are unlike those of the reference.
 *
 * @param rates how many there are
 * @param columns by which columns; empty where by none
 * @param examples some of the rows; empty where none are shown
 * @param without the columns that were not looked at, in one sentence; null where all were
 */
public record OutliersView(List<RateView> rates, List<ColumnRow> columns, List<ExampleView> examples, Text without) {
    /**
     * One way of being an outlier.
     *
     * @param way the way, in words
     * @param status how it was judged
     * @param rows how many rows
     * @param share their share
     * @param expected the share that was expected
     */
    public record RateView(String way, StatusView status, String rows, ValueText share, String expected) {}

    /**
     * One column.
     *
     * @param name the column
     * @param seen what the reference has seen
     * @param outside values outside of that
     * @param beyondFences numbers outside the fences
     */
    public record ColumnRow(Text name, Text seen, String outside, String beyondFences) {}

    /**
     * One row.
     *
     * @param names what names it; empty where nothing does
     * @param way in which way it is an outlier
     * @param reasons why
     */
    public record ExampleView(List<NameView> names, String way, List<ReasonView> reasons) {}

    /** A column that names a row, and its value. */
    public record NameView(Text column, Text value) {}

    /** A column with its value and what was expected there. */
    public record ReasonView(Text column, Text value, Text limit) {}
}
