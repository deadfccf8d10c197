package io.lakewarden.jobs.run;

import io.lakewarden.spark.sample.ColumnSample.Booleans;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import io.lakewarden.spark.sample.TableSample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of categories in a sample, texts and booleans alike; null where there is none. */
final class SampledCategories {
    /** More columns would take more pairs than their permutations are worth. */
    private static final int MOST_COLUMNS = 20;

    private SampledCategories() {}

    /**
     * The columns that both samples have with the same kind.
     *
     * @param columns the columns that may be among them
     */
    static List<String> columns(TableSample reference, TableSample current, List<String> columns) {
        return columns.stream()
                .filter(column -> isCategories(reference, column) && isCategories(current, column))
                .limit(MOST_COLUMNS)
                .toList();
    }

    private static boolean isCategories(TableSample sample, String column) {
        return sample.column(column)
                .filter(cells -> cells instanceof Texts || cells instanceof Booleans)
                .isPresent();
    }

    /** By column, the rows in an order. */
    static Map<String, String[]> of(TableSample sample, List<String> columns, int[] order) {
        Map<String, String[]> categories = new LinkedHashMap<>();
        columns.forEach(column -> categories.put(column, sample.keys(column, order)));
        return categories;
    }
}
