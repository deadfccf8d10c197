package io.lakewarden.history.deequ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.history.ExpectedBand;
import io.lakewarden.history.HistoryStrategy;
import io.lakewarden.history.HistoryStrategy.AbsoluteChange;
import io.lakewarden.history.HistoryStrategy.BatchNormal;
import io.lakewarden.history.HistoryStrategy.HoltWinters;
import io.lakewarden.history.HistoryStrategy.OnlineNormal;
import io.lakewarden.history.HistoryStrategy.Range;
import io.lakewarden.history.HistoryStrategy.RelativeChange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deequ flags what lies outside the band and nothing in it, and the bands are those of other arithmetic. */
class DeequExpectationTest {
    private static final OptionalDouble OPEN = OptionalDouble.empty();

    static List<HistoryStrategy> strategies() {
        return List.of(
                new Range(some(-1), some(40)),
                new Range(OPEN, some(3)),
                new AbsoluteChange(some(2), some(5), 1),
                new AbsoluteChange(some(0), OPEN, 2),
                new AbsoluteChange(OPEN, some(1.5), 3),
                new RelativeChange(some(0.1), some(0.25), 1),
                new RelativeChange(some(0.5), OPEN, 2),
                new RelativeChange(OPEN, some(0), 1),
                new BatchNormal(some(3), some(2)),
                new BatchNormal(OPEN, some(1.5)),
                new BatchNormal(some(0), OPEN),
                new OnlineNormal(some(3), some(3)),
                new OnlineNormal(some(1.2), some(2)),
                new OnlineNormal(some(2), OPEN),
                new HoltWinters(2),
                new HoltWinters(7));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void deequFlagsWhatIsOutsideAndNothingElse(HistoryStrategy strategy) {
        int seeds = strategy instanceof HoltWinters ? 20 : 60;
        for (int seed = 0; seed < seeds; seed++) {
            List<Double> earlier = series(seed, Math.max(2, strategy.least()));
            DeequExpectation expectation = DeequExpectation.of(strategy, earlier);
            ExpectedBand band = expectation.band();
            double largest = earlier.stream().mapToDouble(Math::abs).max().orElseThrow();
            band.lowest().ifPresent(edge -> assertEdge(expectation, edge, -1, largest));
            band.highest().ifPresent(edge -> assertEdge(expectation, edge, 1, largest));
            double far = 1e6 * (largest + 1);
            assertThat(expectation.flags(-far)).isEqualTo(band.lowest().isPresent() && -far < band.low());
            assertThat(expectation.flags(far)).isEqualTo(band.highest().isPresent() && far > band.high());
        }
    }

    private static void assertEdge(DeequExpectation expectation, double edge, int outwards, double largest) {
        double little = 1e-9 * (Math.abs(edge) + largest + 1);
        ExpectedBand band = expectation.band();
        assertThat(expectation.flags(edge + outwards * little))
                .as("just outside %s of %s", edge, band)
                .isTrue();
        if (band.high() - band.low() > little) {
            assertThat(expectation.flags(edge - outwards * little))
                    .as("just inside %s of %s", edge, band)
                    .isFalse();
        }
    }

    /** From small to large, around zero and away from it, with a value far out now and then. */
    private static List<Double> series(int seed, int least) {
        Random random = new Random(seed);
        double scale = Math.pow(10, random.nextInt(7) - 2);
        double centre = random.nextInt(3) * 5 - 5;
        List<Double> series = new ArrayList<>();
        int length = least + random.nextInt(30);
        for (int i = 0; i < length; i++) {
            double far = random.nextInt(12) == 0 ? 20 : 0;
            series.add(scale * (centre + Math.sin(i * 2 * Math.PI / 7) + 0.3 * random.nextGaussian() + far));
        }
        return series;
    }

    @Test
    void changesAreTakenFromTheValuesBefore() {
        List<Double> earlier = List.of(100.0, 110.0, 130.0);
        assertBand(new AbsoluteChange(some(5), some(10), 1), earlier, 125, 140);
        // The last change was 20 after 10: the same change again gives 150, a difference of changes of 3 at most 153.
        assertBand(new AbsoluteChange(some(2), some(3), 2), earlier, 148, 153);
        assertBand(new RelativeChange(some(0.1), some(0.2), 1), earlier, 117, 156);
        assertBand(new RelativeChange(some(0.1), some(0.2), 2), earlier, 99, 132);
        assertBand(new RelativeChange(some(0.1), some(0.2), 1), List.of(-10.0), -12, -9);
        assertBand(new RelativeChange(some(0.1), some(0.2), 1), List.of(0.0), 0, 0);
    }

    @Test
    void afterZeroOnlyZeroIsNoChange() {
        DeequExpectation expectation = DeequExpectation.of(new RelativeChange(some(0.1), some(0.2), 1), List.of(-0.0));
        assertThat(DoubleStream.of(-1, 0, 1).mapToObj(expectation::flags)).containsExactly(true, false, true);
        ExpectedBand below = DeequExpectation.of(new RelativeChange(OPEN, some(0.2), 1), List.of(0.0))
                .band();
        assertThat(below.lowest()).isEmpty();
        assertThat(below.high()).isZero();
    }

    @Test
    void theBatchIsMeanAndSampleDeviationOfTheEarlierValues() {
        // Mean 5, squares 9+1+1+1+0+0+4+16 = 32 over n − 1 = 7.
        assertBand(
                new BatchNormal(some(3), some(2)),
                List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0),
                5 - 3 * Math.sqrt(32 / 7.0),
                5 + 2 * Math.sqrt(32 / 7.0));
    }

    @Test
    void theWalkCountsTheValueItselfAndLeavesOutWhatWasOut() {
        List<Double> calm = List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0);
        ExpectedBand band =
                DeequExpectation.of(new OnlineNormal(some(2), some(2)), calm).band();
        double edge = band.high();
        List<Double> all = new ArrayList<>(calm);
        all.add(edge);
        double mean = all.stream().mapToDouble(it -> it).average().orElseThrow();
        double deviation = Math.sqrt(all.stream()
                .mapToDouble(it -> (it - mean) * (it - mean))
                .average()
                .orElseThrow());
        assertThat(edge).isCloseTo(mean + 2 * deviation, within(1e-9));

        List<Double> shaken = new ArrayList<>(calm);
        shaken.add(1000.0);
        ExpectedBand after =
                DeequExpectation.of(new OnlineNormal(some(2), some(2)), shaken).band();
        assertThat(after.high()).isCloseTo(band.high(), within(1.0));
        assertThat(DeequExpectation.of(new BatchNormal(some(2), some(2)), shaken)
                        .band()
                        .high())
                .isGreaterThan(700);
    }

    @Test
    void seasonIsForecast() {
        List<Double> weeks = new ArrayList<>();
        List<Double> week = List.of(100.0, 102.0, 99.0, 101.0, 100.0, 40.0, 30.0);
        Collections.nCopies(4, week).forEach(weeks::addAll);
        weeks.addAll(List.of(100.0, 102.0, 99.0, 101.0, 100.0));
        ExpectedBand saturday = DeequExpectation.of(new HoltWinters(7), weeks).band();
        assertThat(saturday.low()).isCloseTo(40, within(1e-6));
        assertThat(saturday.high()).isCloseTo(40, within(1e-6));

        Random random = new Random(3);
        List<Double> noisy =
                weeks.stream().map(it -> it + 2 * random.nextGaussian()).toList();
        ExpectedBand expected = DeequExpectation.of(new HoltWinters(7), noisy).band();
        assertThat((expected.low() + expected.high()) / 2).isCloseTo(40, within(8.0));
        assertThat(expected.high() - expected.low()).isBetween(1.0, 20.0);
    }

    @Test
    void nothingIsPrinted() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        scala.Console.withOut(printed, () -> DeequExpectation.of(new HoltWinters(2), List.of(1.0, 2.0, 1.0, 2.5, 1.0)));
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void assertBand(HistoryStrategy strategy, List<Double> earlier, double low, double high) {
        ExpectedBand band = DeequExpectation.of(strategy, earlier).band();
        assertThat(band.low()).isCloseTo(low, within(1e-9));
        assertThat(band.high()).isCloseTo(high, within(1e-9));
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }
}
