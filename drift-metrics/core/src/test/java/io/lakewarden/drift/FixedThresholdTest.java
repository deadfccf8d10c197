package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import org.junit.jupiter.api.Test;

class FixedThresholdTest {
    private final Threshold threshold = Threshold.of(0.1, 0.2);

    @Test
    void boundsBelongToTheGraverSide() {
        assertThat(threshold.evaluate(MetricValue.exactly(0.0999))).isEqualTo(Status.PASS);
        assertThat(threshold.evaluate(MetricValue.exactly(0.1))).isEqualTo(Status.WARN);
        assertThat(threshold.evaluate(MetricValue.exactly(0.2))).isEqualTo(Status.FAIL);
    }

    @Test
    void negativeValuesAreJudgedByTheirMagnitude() {
        assertThat(threshold.evaluate(MetricValue.exactly(-0.15))).isEqualTo(Status.WARN);
    }

    @Test
    void anApproximationAloneNeverAlarms() {
        assertThat(threshold.evaluate(MetricValue.between(0.3, 0.09, 0.5))).isEqualTo(Status.PASS);
        assertThat(threshold.evaluate(MetricValue.between(0.3, 0.15, 0.5))).isEqualTo(Status.WARN);
        assertThat(threshold.evaluate(MetricValue.between(-0.3, -0.4, 0.1))).isEqualTo(Status.PASS);
    }

    @Test
    void theUnknownCannotBeJudged() {
        assertThat(threshold.evaluate(MetricValue.unknown("a reason"))).isEqualTo(Status.ERROR);
    }

    @Test
    void eitherBoundMayBeMissing() {
        assertThat(FixedThreshold.warningAt(0.1).evaluate(MetricValue.exactly(9)))
                .isEqualTo(Status.WARN);
        assertThat(FixedThreshold.failingAt(0.1).evaluate(MetricValue.exactly(9)))
                .isEqualTo(Status.FAIL);
        assertThat(FixedThreshold.NONE.evaluate(MetricValue.exactly(9))).isEqualTo(Status.PASS);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Threshold.of(0.2, 0.1)).hasMessageContaining("warns before it fails");
        assertThatThrownBy(() -> FixedThreshold.warningAt(Double.NaN)).hasMessageContaining("finite number");
        assertThatThrownBy(() -> DriftPolicy.DEFAULT.withThreshold("psi", threshold))
                .hasMessageContaining("there is no statistic 'psi'; there are population_stability_index");
    }
}
