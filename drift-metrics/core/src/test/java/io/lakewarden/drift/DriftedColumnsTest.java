package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import org.junit.jupiter.api.Test;

class DriftedColumnsTest {
    @Test
    void judgesTheShareAmongThoseThatWereJudged() {
        DriftedColumns half = new DriftedColumns(2, 4);

        assertThat(half.share()).isEqualTo(MetricValue.exactly(0.5));
        assertThat(half.judge(Threshold.of(0.3, 0.5)).status()).isEqualTo(Status.FAIL);
        assertThat(half.judge(FixedThreshold.warningAt(0.51)).status()).isEqualTo(Status.PASS);
        assertThat(half.judge(Threshold.of(0.3, 0.5)).sentence())
                .isEqualTo("2 of 4 columns drifted (50 %; expected below 30 %).");
    }

    @Test
    void knowsNoShareOfNothing() {
        DriftedColumns none = new DriftedColumns(0, 0);

        assertThat(none.share()).isInstanceOf(MetricValue.Unknown.class);
        assertThat(none.judge(Threshold.of(0.3, 0.5)).status()).isEqualTo(Status.SKIPPED);
    }
}
