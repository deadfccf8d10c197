package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.MetricValue;
import org.junit.jupiter.api.Test;

class NumericProfileTest {
    private static NumericColumnBuilder builder() {
        return (NumericColumnBuilder)
                ColumnBuilder.of(new ColumnSpec("x", ColumnKind.NUMERIC, "double"), ProfileDetail.FULL);
    }

    /** A published worked example: its page's mean of 8.25 counts the nulls as zeros. */
    @Test
    void nullsTakeNoPartInAnyStatistic() {
        NumericColumnBuilder builder = builder();
        for (double value : new double[] {13, 5, 1, 7, 20, 20}) {
            builder.add(value);
        }
        builder.addNull();
        builder.addNull();
        NumericProfile profile = builder.build();

        assertThat((double) profile.present() / profile.count()).isEqualTo(0.75);
        assertThat(profile.minimum()).isEqualTo(MetricValue.exactly(1));
        assertThat(profile.maximum()).isEqualTo(MetricValue.exactly(20));
        assertThat(profile.mean()).isEqualTo(MetricValue.exactly(11));
        assertThat(profile.populationStandardDeviation()).isEqualTo(MetricValue.exactly(7.280109889280518));
    }

    @Test
    void aProfileSurvivesItsEncoding() {
        NumericColumnBuilder builder = builder();
        for (int i = 0; i < 20_000; i++) {
            builder.add(i * 0.37);
        }
        NumericProfile profile = builder.build();

        ColumnProfile decoded = ProfileCodec.decode(ProfileCodec.encode(profile));

        assertThat(decoded.metrics()).isEqualTo(profile.metrics());
        assertThat(ProfileCodec.encode(decoded)).isEqualTo(ProfileCodec.encode(profile));
    }
}
