package io.lakewarden.report.view;

import io.lakewarden.report.text.Text;
import java.util.List;

/**
 * How the columns go together.
 *
 * @param sampling what was drawn, in one sentence
 * @param entity which rows were kept together, null where each stands alone
 * @param tables the tables of numbers
 */
public record MultivariateView(String sampling, Text entity, List<TogetherTable> tables) {
    /**
     * A table of numbers.
     *
     * @param heading its heading
     * @param hint how to read it
     * @param columns the heads of its columns
     * @param rows its rows
     */
    public record TogetherTable(String heading, String hint, List<String> columns, List<TogetherRow> rows) {}

    /**
     * A row of numbers.
     *
     * @param name what they are of
     * @param cells the numbers, in the order of the columns after the first
     */
    public record TogetherRow(Text name, List<String> cells) {}
}
