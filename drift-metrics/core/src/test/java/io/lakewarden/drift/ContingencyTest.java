package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.MetricValue.Known;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The χ² test where its law does not hold: small expected counts. */
class ContingencyTest {
    private final ChiSquaredTest test = new ChiSquaredTest();

    @Test
    void smallExpectedCountsAreSimulatedFromTheExactNull() {
        // Fisher: C(5, 4)·C(35, 6)/C(40, 10) + C(5, 5)·C(35, 5)/C(40, 10) = 0.00957 + 0.00038 on the extreme side
        double pValue = pValue(new long[] {1, 29}, new long[] {4, 6});
        assertThat(pValue).isCloseTo(0.0100, within(0.005));
        assertThat(pValue(new long[] {1, 29}, new long[] {4, 6})).as("again").isEqualTo(pValue);
    }

    @Test
    void threeRowsOfSomethingUnseenAmongFortyThousandAreNoAccident() {
        assertThat(pValue(new long[] {40_000, 0}, new long[] {97, 3})).isEqualTo(1 / 2000.0);
        assertThat(pValue(new long[] {97, 3}, new long[] {40_000, 0})).isEqualTo(1 / 2000.0);
    }

    @Test
    void withoutDriftFalseAlarmsAreAsRareAsTheSignificance() {
        Random random = new Random(5);
        int alarms = 0;
        for (int repeat = 0; repeat < 400; repeat++) {
            alarms += pValue(sparse(random, 2_000), sparse(random, 60)) <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(4, 36);
    }

    @Test
    void equalSharesAndSingleBinsAreNoSurprise() {
        assertThat(pValue(new long[] {10, 20}, new long[] {20, 40})).isEqualTo(1);
        assertThat(pValue(new long[] {10, 0}, new long[] {20, 0})).isEqualTo(1);
        assertThat(new CramersV()
                        .compare(table(new long[] {10, 0}, new long[] {0, 7}))
                        .value()
                        .number()
                        .orElseThrow())
                .isCloseTo(1, within(1e-12));
    }

    private static long[] sparse(Random random, int rows) {
        long[] counts = new long[2];
        for (int row = 0; row < rows; row++) {
            counts[random.nextDouble() < 0.05 ? 0 : 1]++;
        }
        return counts;
    }

    private double pValue(long[] reference, long[] current) {
        return ((Known) test.compare(table(reference, current)).pValue()).value();
    }

    private static BinTable table(long[] reference, long[] current) {
        return BinTable.ofCounts(List.of("a", "b"), reference, current);
    }
}
