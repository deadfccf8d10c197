package io.lakewarden.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.BinGroup;
import io.lakewarden.report.ReportBin;
import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistributionChartTest {
    @Test
    void drawsBothSidesOnOneScale() {
        HistogramChart chart = HistogramChart.of(
                new ReportHistogram(List.of(0.0, 1.0, 2.0), List.of(0.5, 0.5), List.of(1.0, 0.0), Optional.empty()),
                Numbers::number,
                Language.ENGLISH);

        assertThat(chart.reference()).isEqualTo("M0,200V101H500V101H1000V200");
        assertThat(chart.current()).isEqualTo("M0,200V2H500V200H1000V200Z");
        assertThat(chart.low()).isEqualTo("0");
        assertThat(chart.high()).isEqualTo("2");
    }

    @Test
    void drawsDensitiesWhereBarsDifferInWidth() {
        HistogramChart chart = HistogramChart.of(
                new ReportHistogram(List.of(0.0, 1.0, 4.0), List.of(0.25, 0.75), List.of(0.25, 0.75), Optional.empty()),
                Numbers::number,
                Language.ENGLISH);

        assertThat(chart.reference()).isEqualTo("M0,200V2H250V2H1000V200");
    }

    @Test
    void drawsNothingForNoValues() {
        HistogramChart chart = HistogramChart.of(
                new ReportHistogram(List.of(0.0, 1.0), List.of(0.0), List.of(0.0), Optional.empty()),
                Numbers::number,
                Language.ENGLISH);

        assertThat(chart.reference()).isEqualTo("M0,200V200H1000V200");
    }

    @Test
    void putsTheRestOfManyValuesTogether() {
        List<ReportBin> bins = new ArrayList<>();
        for (int value = 0; value < 25; value++) {
            bins.add(ReportBin.of("v" + value, BinGroup.VALUE, 1, 1, value / 400.0, value / 400.0, 0));
        }
        bins.add(0, ReportBin.of("null", BinGroup.MISSING, 1, 1, 0.25, 0.25, 0));

        CategoryChart chart = CategoryChart.of(bins, true, Language.ENGLISH);

        assertThat(chart.rows()).hasSize(14);
        assertThat(chart.rows().get(0).label().shown()).isEqualTo("v24");
        assertThat(chart.rows().get(12).label().shown()).isEqualTo("13 more values");
        assertThat(chart.rows().get(12).shares()).isEqualTo("19.5% → 19.5%");
        assertThat(chart.rows().get(13).label().shown()).isEqualTo("null");
        assertThat(chart.rows().get(13).style()).isEqualTo("special");
    }

    @Test
    void keepsTheOrderOfRanges() {
        CategoryChart chart = CategoryChart.of(
                List.of(
                        ReportBin.of("≤ 1", BinGroup.VALUE, 1, 1, 0.1, 0.1, 0),
                        ReportBin.of("> 1", BinGroup.VALUE, 9, 9, 0.9, 0.9, 0)),
                false,
                Language.ENGLISH);

        assertThat(chart.rows()).extracting(row -> row.label().shown()).containsExactly("≤ 1", "> 1");
    }
}
