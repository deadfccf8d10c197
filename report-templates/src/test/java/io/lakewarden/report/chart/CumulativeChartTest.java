package io.lakewarden.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.text.Language;
import io.lakewarden.report.text.Numbers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CumulativeChartTest {
    @Test
    void addsUpSharesToTheEdges() {
        CumulativeChart chart = chart(List.of(0.0, 1.0, 4.0), List.of(0.25, 0.75), List.of(0.5, 0.5));

        assertThat(chart.reference()).isEqualTo("M0,200L250,150L1000,2");
        assertThat(chart.current()).isEqualTo("M0,200L250,101L1000,2");
        assertThat(chart.referenceSums()).containsExactly(0.25, 1.0);
        assertThat(chart.description())
                .isEqualTo("The curves are furthest apart at 1: up to there lie 25.0% of the reference and 50.0% of the"
                        + " current data.");
    }

    @Test
    void endsBelowAllWhereValuesLieOutside() {
        CumulativeChart chart = chart(List.of(0.0, 1.0, 2.0), List.of(0.5, 0.4), List.of(0.0, 0.0));

        assertThat(chart.referenceSums()).containsExactly(0.5, 0.9);
        assertThat(chart.current()).isEqualTo("M0,200L500,200L1000,200");
    }

    @Test
    void neverGoesBeyondAll() {
        CumulativeChart chart = chart(List.of(0.0, 1.0, 2.0, 3.0), List.of(0.1, 0.2, 0.7), List.of(0.5, 0.5, 0.001));

        assertThat(chart.referenceSums()).endsWith(1.0);
        assertThat(chart.currentSums()).containsExactly(0.5, 1.0, 1.0);
    }

    private static CumulativeChart chart(List<Double> edges, List<Double> reference, List<Double> current) {
        return CumulativeChart.of(
                new ReportHistogram(edges, reference, current, Optional.empty()), Numbers::number, Language.ENGLISH);
    }
}
