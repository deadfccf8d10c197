package io.lakewarden.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.report.text.Language;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrendChartTest {
    @Test
    void joinsWindowsOfOneBinning() {
        TrendChart chart = chart(point(1, 0.1, "a"), point(2, 0.2, "a"), point(3, 0.3, "a"));

        assertThat(chart.line()).matches("M[0-9]+,[0-9]+L[0-9]+,[0-9]+L[0-9]+,[0-9]+");
        assertThat(chart.breaks()).isEmpty();
        assertThat(chart.gaps()).isEmpty();
        assertThat(chart.hint()).isNull();
    }

    @Test
    void neverJoinsTwoBinnings() {
        TrendChart chart = chart(point(1, 0.1, "a"), point(2, 0.2, "b"), point(3, 0.3, "b"));

        assertThat(chart.line()).matches("M[0-9]+,[0-9]+M[0-9]+,[0-9]+L[0-9]+,[0-9]+");
        assertThat(chart.breaks()).matches("M[0-9]+,0V[0-9]+");
        assertThat(chart.hint()).startsWith("Dotted line");
    }

    @Test
    void leavesAGapWhereThereIsNoScore() {
        TrendPoint empty = new TrendPoint(month(2), MetricValue.unknown("the window is empty"), Status.ERROR, "a");

        TrendChart chart = chart(point(1, 0.1, "a"), empty, point(3, 0.3, "a"));

        assertThat(chart.line()).matches("M[0-9]+,[0-9]+M[0-9]+,[0-9]+");
        assertThat(chart.gaps()).matches("M[0-9]+,0V[0-9]+");
        assertThat(chart.hint()).startsWith("Grey bar");
    }

    @Test
    void drawsHigherScoresHigherAndLimitsWhereTheyLie() {
        TrendChart chart = chart(point(1, 0.25, "a"));

        assertThat(chart.limits()).extracting(TrendChart.Limit::label).containsExactly("fail 0.250", "warn 0.100");
        String failHeight = chart.limits().get(0).path().replaceAll("M0,([0-9]+)H.*", "$1");
        assertThat(chart.line()).isEqualTo("M500," + failHeight);
    }

    @Test
    void keepsTheLabelsOfCloseLimitsApart() {
        TrendChart chart = chart(point(1, 50, "a"));

        assertThat(chart.limits()).extracting(TrendChart.Limit::style).containsExactly("top:100%", "top:108%");
    }

    @Test
    void drawsATrendOfZeros() {
        ReportTrend trend = new ReportTrend("x", List.of(point(1, 0, "a"), point(2, 0, "a")));

        TrendChart chart = TrendChart.of(trend, "X", OptionalDouble.empty(), OptionalDouble.empty(), Language.ENGLISH);

        assertThat(chart.line()).isEqualTo("M20,200L980,200");
    }

    private static TrendChart chart(TrendPoint... points) {
        return TrendChart.of(
                new ReportTrend("population_stability_index", List.of(points)),
                "PSI",
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.25),
                Language.ENGLISH);
    }

    private static TrendPoint point(int month, double value, String binning) {
        return new TrendPoint(month(month), MetricValue.exactly(value), Status.PASS, binning);
    }

    private static Window month(int month) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(1));
    }
}
