package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.MetricValue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
    @Test
    void upToTheLimitTheCountIsExact() {
        double[] values = IntStream.range(0, 5000).mapToDouble(i -> i % 1024).toArray();

        assertThat(Built.numbers(values).distinct()).isEqualTo(MetricValue.exactly(1024));
    }

    /** 200 independent counts: a sound 99 % interval misses at most a handful, and its centre is not shifted. */
    @ParameterizedTest
    @ValueSource(ints = {1025, 2500, 6000, 20_000, 60_000})
    void beyondItTheIntervalHoldsTheTrueCount(int distinct) {
        int misses = 0;
        double bias = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            HyperLogLog counter = new HyperLogLog();
            for (int i = 0; i < distinct; i++) {
                counter.add(Hashing.of(trial * 1e6 + i));
            }
            MetricValue.Known known = (MetricValue.Known) counter.distinct(Long.MAX_VALUE);
            if (distinct < known.lower() || distinct > known.upper()) {
                misses++;
            }
            bias += known.value() / distinct - 1;
        }
        assertThat(misses).isLessThanOrEqualTo(7);
        assertThat(Math.abs(bias / trials)).isLessThan(0.005);
    }

    /** Ten counts, of which one may miss by chance: more than one does so in less than 0.5 % of all cases. */
    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 10_000_000})
    void millionsAreWithinTheInterval(int distinct) {
        int misses = 0;
        long[] block = new long[2000];
        for (long trial = 0; trial < 10; trial++) {
            HyperLogLog counter = new HyperLogLog();
            for (int from = 0; from < distinct; from += block.length) {
                for (int i = 0; i < block.length; i++) {
                    block[i] = Hashing.mix((trial << 40) + from + i);
                }
                counter.addAll(block, block.length);
            }
            MetricValue.Known known = (MetricValue.Known) counter.distinct(Long.MAX_VALUE);
            if (distinct < known.lower() || distinct > known.upper()) {
                misses++;
            }
        }
        assertThat(misses).isLessThanOrEqualTo(1);
    }

    @Test
    void textsAreCountedAsWellAsNumbers() {
        String[] texts = IntStream.range(0, 30_000)
                .mapToObj(i -> "customer-" + i % 15_000)
                .toArray(String[]::new);
        MetricValue.Known known = (MetricValue.Known) Built.texts(texts).distinct();

        assertThat(15_000.0).isBetween(known.lower(), known.upper());
    }

    /** Real texts of several forms, each size many times with other texts: the interval holds at 99 %. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 1025, 3000, 10_000, 100_000, 1_000_000})
    void intervalsHoldTheNumberOfDifferentTexts(int distinct) {
        int trials = distinct > 100_000 ? 4 : distinct > 10_000 ? 20 : 100;
        int misses = 0;
        for (int trial = 0; trial < trials; trial++) {
            HyperLogLog counter = new HyperLogLog();
            String form = trial % 4 == 0 ? "cust-%d" : trial % 4 == 1 ? "%d@example.org" : "t" + trial + "/%d/müşteri";
            int at = form.indexOf("%d");
            for (int i = 0; i < distinct; i++) {
                byte[] utf8 = Utf8.encode(form.substring(0, at) + (trial * 10_000_000L + i) + form.substring(at + 2));
                counter.add(Hashing.of(utf8, 0, utf8.length));
            }
            MetricValue.Known known = (MetricValue.Known) counter.distinct(Long.MAX_VALUE);
            misses += distinct < known.lower() || distinct > known.upper() ? 1 : 0;
        }
        // beyond 4 of 100, or 2 of 20, by chance in less than one case of 200
        assertThat(misses).isLessThanOrEqualTo(trials == 100 ? 4 : trials == 20 ? 2 : 1);
    }

    @Test
    void theEstimateNeverExceedsTheNumberOfValues() {
        double[] values = IntStream.range(0, 1200).asDoubleStream().toArray();
        MetricValue.Known known = (MetricValue.Known) Built.numbers(values).distinct();

        assertThat(known.upper()).isLessThanOrEqualTo(1200);
        assertThat(known.lower()).isGreaterThan(1024);
    }
}
