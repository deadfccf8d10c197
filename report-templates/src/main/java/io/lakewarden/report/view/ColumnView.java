package io.lakewarden.report.view;

import io.lakewarden.report.chart.CategoryChart;
import io.lakewarden.report.chart.CumulativeChart;
import io.lakewarden.report.chart.HistogramChart;
import io.lakewarden.report.chart.TrendChart;
import io.lakewarden.report.text.Text;
import io.lakewarden.report.text.ValueText;
import java.util.List;

/**
 * One column's part of the page.
 *
 * @param id the id of the part, made from its place, never from its name
 * @param name the column
 * @param facts type, kind and role, in one line
 * @param kind how it was profiled
 * @param role what it means to the model
 * @param weight how far it moved, as a multiple of its limit; null where no score says
 * @param status its status
 * @param open whether the part starts unfolded
 * @param headline its leading score, in one line; empty where it has none
 * @param season the season's explanation, null where there is none
 * @param said what was found of it that needs attention, worst first
 * @param histogram its shape, null where there is none
 * @param histogramNote what the histogram leaves out, null where nothing
 * @param cumulative its cumulative distribution, null where there is none
 * @param bars the numbers behind the histogram and the cumulative distribution
 * @param categories its bars, null where the histogram is its picture or it has no bins
 * @param trend its trend, null where there is none
 * @param trendLabel the score that the trend shows
 * @param trendRows the numbers behind the trend, newest first
 * @param scores its statistics
 * @param index what the index is called here, CSI or PSI
 * @param bins its bin table
 * @param binning the id of its bins, null where it has none
 * @param metrics its profile
 * @param elsewhere address of the rest of it, null where all is here
 * @param pointsShift what the points of its scorecard add up to, null where it has none
 */
public record ColumnView(
        String id,
        Text name,
        Text facts,
        String kind,
        String role,
        String weight,
        StatusView status,
        boolean open,
        String headline,
        Text season,
        List<SaidView> said,
        HistogramChart histogram,
        Text histogramNote,
        CumulativeChart cumulative,
        List<BarRow> bars,
        CategoryChart categories,
        TrendChart trend,
        String trendLabel,
        List<TrendRow> trendRows,
        List<ScoreRow> scores,
        String index,
        List<BinRow> bins,
        Text binning,
        List<MetricRow> metrics,
        String elsewhere,
        ValueText pointsShift) {
    /**
     * What was found of the column.
     *
     * @param status its status
     * @param sentence the fact
     */
    public record SaidView(StatusView status, Text sentence) {}

    /**
     * One window of the trend.
     *
     * @param window the window
     * @param value its score
     * @param status its status then
     * @param newBins words where the binning changed, null where it did not
     */
    public record TrendRow(String window, ValueText value, String status, String newBins) {}

    /**
     * One statistic.
     *
     * @param label its name
     * @param value its value
     * @param details what goes with it, in one line, null where nothing does
     * @param limits its limits, in one line
     * @param judged whether it has a status
     * @param status its status
     */
    public record ScoreRow(
            String label, ValueText value, String details, String limits, boolean judged, StatusView status) {}

    /**
     * One bin.
     *
     * @param label the range or value
     * @param style CSS class of a bin that is no value; null where it is one
     * @param reference rows of the reference
     * @param referenceShare their share
     * @param current rows of the window
     * @param currentShare their share
     * @param contribution what it adds to the index
     * @param weight its part of the largest contribution of the table, as CSS; null where too small to draw
     * @param points what a row is worth on the scorecard
     * @param weightedShift the change of its share times the points
     */
    public record BinRow(
            Text label,
            String style,
            String reference,
            ValueText referenceShare,
            String current,
            ValueText currentShare,
            ValueText contribution,
            String weight,
            ValueText points,
            ValueText weightedShift) {}

    /**
     * One metric.
     *
     * @param label its name
     * @param reference its value in the reference
     * @param current its value in the window
     */
    public record MetricRow(String label, ValueText reference, ValueText current) {}

    /**
     * One bar of the histogram.
     *
     * @param from where it starts
     * @param to where it ends
     * @param reference share of the reference in it
     * @param current share of the window in it
     * @param referenceSum share of the reference up to its end, empty where nothing is summed
     * @param currentSum share of the window up to its end, empty where nothing is summed
     */
    public record BarRow(
            String from, String to, String reference, String current, String referenceSum, String currentSum) {}

    /** The same with no more than what was found of it, and the address of the rest. */
    ColumnView brief(String address) {
        return new ColumnView(
                id,
                name,
                facts,
                kind,
                role,
                weight,
                status,
                open,
                headline,
                season,
                said,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                trendLabel,
                List.of(),
                List.of(),
                index,
                List.of(),
                null,
                List.of(),
                address,
                null);
    }
}
