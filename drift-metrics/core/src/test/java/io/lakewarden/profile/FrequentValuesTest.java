package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequentValuesTest {
    private static final int SIZE = 60_000;

    /** Values of a Zipf-like law over many keys. */
    private static List<String> zipf(long seed) {
        Random random = new Random(seed);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            values.add("v" + (int) Math.pow(40_000, random.nextDouble()));
        }
        return values;
    }

    private static Map<String, Long> counts(List<String> values) {
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }

    private static CategoricalProfile profile(List<String> values) {
        return Built.texts(ProfileDetail.FULL, Optional.empty(), values);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void boundsHoldTheTrueCountsAndNoHeavyValueIsMissed(long seed) {
        List<String> values = zipf(seed);
        assertBounds(profile(values), counts(values));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void boundsHoldAfterManyMerges(long seed) {
        List<String> values = zipf(seed);
        CategoricalProfile merged = profile(List.of());
        for (int from = 0; from < SIZE; from += 2500) {
            merged = merged.merge(profile(values.subList(from, from + 2500)));
        }
        assertBounds(merged, counts(values));
    }

    private static void assertBounds(CategoricalProfile profile, Map<String, Long> counts) {
        List<FrequentValue> kept = profile.topValues(2000);
        Map<String, FrequentValue> byValue = new HashMap<>();
        kept.forEach(value -> byValue.put(value.value(), value));
        assertThat(profile.exactCounts()).isEmpty();
        counts.forEach((value, count) -> {
            FrequentValue frequent = byValue.get(value);
            if (frequent == null) {
                assertThat(count).as(value).isLessThanOrEqualTo(SIZE / 513);
            } else {
                assertThat(count).as(value).isBetween(frequent.lower(), frequent.upper());
                assertThat(frequent.upper() - frequent.lower()).isLessThanOrEqualTo(SIZE / 513);
            }
        });
    }

    @Test
    void equallyFrequentValuesComeInTheirOrder() {
        assertThat(Built.texts("b", "a", "c", "c", "a", "b").topValues(2))
                .containsExactly(new FrequentValue("a", 2, 2), new FrequentValue("b", 2, 2));
        assertThat(Built.numbers(10.0, 9.0, 2.5).topValues(3))
                .extracting(FrequentValue::value)
                .containsExactly("2.5", "9", "10");
    }

    @Test
    void exactnessDependsOnTheSetOfValuesAlone() {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (int i = 0; i < 1024; i++) {
            (i % 2 == 0 ? first : second).add("v" + i);
        }
        assertThat(profile(first).merge(profile(second)).exactCounts().orElseThrow())
                .hasSize(1024);
        second.add("one more");
        assertThat(profile(first).merge(profile(second)).exactCounts()).isEmpty();
    }
}
