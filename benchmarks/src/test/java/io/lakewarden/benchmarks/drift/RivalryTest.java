package io.lakewarden.benchmarks.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RivalryTest {
    private static final SortedMap<String, Double> LIMITS = new TreeMap<>();

    static {
        for (int statistic = 0; statistic < 30; statistic++) {
            LIMITS.put("s" + (10 + statistic), 0.9);
        }
    }

    /** Thirty equal statistics: the luckiest of them is no better than ours on windows that did not choose it. */
    @Test
    void theLuckiestIsNotTheBest() {
        SplittableRandom random = new SplittableRandom(1);
        List<Outcome> windows = IntStream.range(0, 4_000)
                .mapToObj(window -> outcome(random.doubles(30).toArray()))
                .toList();

        Rivalry rivalry = Rivalry.of("s10", LIMITS, windows);

        assertThat(rivalry.behind().share()).isCloseTo(0, within(0.015));
        assertThat(rivalry.behind().lower()).isNegative();
        assertThat(rivalry.behind().upper()).isPositive();
    }

    @Test
    void whatIsBetterIsFoundAndNamed() {
        List<Outcome> windows = IntStream.range(0, 100)
                .mapToObj(window -> {
                    double[] values = new double[30];
                    values[0] = window % 10 < 5 ? 1 : 0;
                    values[7] = window % 10 < 8 ? 1 : 0;
                    return outcome(values);
                })
                .toList();

        Rivalry rivalry = Rivalry.of("s10", LIMITS, windows);

        assertThat(rivalry.best()).isEqualTo("s17");
        assertThat(rivalry.ours().share()).isEqualTo(0.5);
        assertThat(rivalry.theirs().share()).isEqualTo(0.8);
        assertThat(rivalry.behind().share()).isEqualTo(0.3);
    }

    private static Outcome outcome(double[] values) {
        SortedMap<String, Double> magnitudes = new TreeMap<>();
        List<String> names = List.copyOf(LIMITS.keySet());
        for (int place = 0; place < values.length; place++) {
            magnitudes.put(names.get(place), values[place]);
        }
        return new Outcome(false, false, magnitudes, Set.of());
    }
}
