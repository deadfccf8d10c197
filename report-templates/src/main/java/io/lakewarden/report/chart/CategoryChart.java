package io.lakewarden.report.chart;

import io.lakewarden.report.BinGroup;
import io.lakewarden.report.ReportBin;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Text;
import io.lakewarden.result.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A bar per bin: the current share filled, the reference as an outline. At most {@value #MOST} values are drawn, the
 * rest together; the bins that are no values (missing, new, …) always are.
 *
 * @param reference path of the outlines
 * @param current path of the filled bars
 * @param viewBox the box of both; its height is {@code rows} times {@value #ROW}
 * @param height height of the picture in pixels
 * @param rows the bars from top to bottom
 * @param description the picture in one sentence
 */
public record CategoryChart(
        String reference, String current, String viewBox, int height, List<Row> rows, String description) {
    private static final int MOST = 12;
    private static final int ROW = 24;

    /**
     * One bar as text.
     *
     * @param label the value or the kind of bin
     * @param style CSS class of a bin that is no value; null where it is one
     * @param shares both shares
     */
    public record Row(Text label, String style, String shares) {}

    private record Bar(String label, BinGroup group, double reference, double current) {
        Bar plus(Bar other) {
            return new Bar(label, group, reference + other.reference, current + other.current);
        }

        double larger() {
            return Math.max(reference, current);
        }
    }

    /** The picture of a bin table; {@code bySize} puts the largest value first instead of keeping the order. */
    public static CategoryChart of(List<ReportBin> bins, boolean bySize, Language language) {
        List<Bar> bars = chosen(bins, bySize, language);
        double largest = bars.stream().mapToDouble(Bar::larger).max().orElse(0);
        StringBuilder reference = new StringBuilder();
        StringBuilder current = new StringBuilder();
        List<Row> rows = new ArrayList<>();
        for (Bar bar : bars) {
            int top = rows.size() * ROW;
            reference.append(box(top + 3, ROW - 6, bar.reference, largest));
            current.append(box(top + 6, ROW - 12, bar.current, largest));
            rows.add(new Row(
                    language.name(bar.label),
                    bar.group == BinGroup.VALUE ? null : "special",
                    language.share(bar.reference) + " → " + language.share(bar.current)));
        }
        int height = rows.size() * ROW;
        return new CategoryChart(
                reference.toString(),
                current.toString(),
                "0 0 " + Box.WIDTH + " " + height,
                height,
                rows,
                language.text("chart.longest", language.share(largest)));
    }

    private static String box(int top, int height, double share, double largest) {
        long width = largest > 0 ? Box.at(share / largest, Box.WIDTH - 4) : 0;
        return width == 0 ? "" : "M2," + top + "h" + width + "v" + height + "h-" + width + "z";
    }

    private static List<Bar> chosen(List<ReportBin> bins, boolean bySize, Language language) {
        List<Bar> values = new ArrayList<>(bars(bins, true));
        if (bySize) {
            values.sort(Comparator.comparingDouble(Bar::larger).reversed());
        }
        List<Bar> chosen = new ArrayList<>(values.subList(0, Math.min(MOST, values.size())));
        values.stream()
                .skip(MOST)
                .reduce(Bar::plus)
                .ifPresent(rest -> chosen.add(new Bar(
                        language.counted("chart.more", values.size() - MOST),
                        BinGroup.REST,
                        rest.reference(),
                        rest.current())));
        chosen.addAll(bars(bins, false));
        return chosen;
    }

    private static List<Bar> bars(List<ReportBin> bins, boolean values) {
        return bins.stream()
                .filter(bin -> (bin.group() == BinGroup.VALUE) == values)
                .map(bin -> new Bar(bin.label(), bin.group(), number(bin.referenceShare()), number(bin.currentShare())))
                .toList();
    }

    /** An unknown share draws no bar; the bin table says why. */
    private static double number(MetricValue share) {
        return Math.max(0, share.number().orElse(0));
    }
}
