package io.lakewarden.report.view;

import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.chart.CategoryChart;
import io.lakewarden.report.chart.HistogramChart;
import io.lakewarden.report.text.Language;

/**
 * How the values of a column are spread, small: what stands beside its name in a list.
 *
 * @param viewBox of the picture
 * @param reference the reference, as a path
 * @param current the window, as a path
 * @param description what the picture shows, in a sentence
 */
public record ShapeView(String viewBox, String reference, String current, String description) {
    /** The shape of a column, with the description of its large picture; null where it has none. */
    static ShapeView of(ReportColumn column, Language language) {
        HistogramChart histogram = ColumnPresenter.histogram(column, language);
        if (histogram != null) {
            return new ShapeView(
                    histogram.viewBox(), histogram.reference(), histogram.current(), histogram.description());
        }
        CategoryChart categories = ColumnPresenter.categories(column, language);
        return categories == null
                ? null
                : new ShapeView(
                        categories.viewBox(), categories.reference(), categories.current(), categories.description());
    }
}
