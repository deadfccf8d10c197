package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bound on frequent texts, against those who would break it. */
class FrequentTextsTest {
    private static final int SIZE = 60_000;

    enum Adversary {
        ALL_DIFFERENT,
        ONE_AT_A_QUARTER_PERCENT,
        ONE_AT_A_QUARTER_PERCENT_AT_THE_END,
        TWO_THOUSAND_EQUAL,
        ONE_MORE_THAN_FIT_IN_TURN,
        ZIPF,
        TWICE_EACH,
        FREQUENT_ONES_THAT_CHANGE,
        LONG_TEXTS_OF_ONE_BEGINNING;

        List<String> values(long seed) {
            Random random = new Random(seed);
            List<String> values = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                values.add(value(i, random));
            }
            return values;
        }

        private String value(int i, Random random) {
            return switch (this) {
                case ALL_DIFFERENT -> "id-" + i;
                case ONE_AT_A_QUARTER_PERCENT -> i % 400 == 0 ? "heavy" : "id-" + i;
                case ONE_AT_A_QUARTER_PERCENT_AT_THE_END -> i >= SIZE - SIZE / 400 ? "heavy" : "id-" + i;
                case TWO_THOUSAND_EQUAL -> "id-" + random.nextInt(2000);
                case ONE_MORE_THAN_FIT_IN_TURN -> "id-" + i % 1025;
                case ZIPF -> "id-" + (int) Math.pow(SIZE, random.nextDouble());
                case TWICE_EACH -> "id-" + i / 2;
                case FREQUENT_ONES_THAT_CHANGE ->
                    "id-" + (i / 1500 * 10 + random.nextInt(10)) + (i % 3 == 0 ? "" : "-" + i);
                case LONG_TEXTS_OF_ONE_BEGINNING -> "ö".repeat(300) + (i % 300 == 0 ? 0 : i);
            };
        }
    }

    private static CategoricalColumnBuilder builder() {
        return (CategoricalColumnBuilder) Built.builder(ColumnKind.CATEGORICAL, ProfileDetail.FULL, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void theBoundHoldsForValuesOneByOne(Adversary adversary) {
        List<String> values = adversary.values(1);
        Map<String, Long> counts = new HashMap<>();
        CategoricalColumnBuilder builder = builder();
        for (int i = 0; i < SIZE; i++) {
            builder.add(values.get(i));
            counts.merge(key(values.get(i)), 1L, Long::sum);
            if (i == 1024 || i == 3083 || i == 3084 || i == 6170 || i == SIZE / 3) {
                assertBound(builder.build(), counts);
            }
        }
        assertBound(builder.build(), counts);
    }

    @ParameterizedTest
    @EnumSource
    void theBoundHoldsForWeights(Adversary adversary) {
        Random random = new Random(2);
        Map<String, Long> counts = new HashMap<>();
        CategoricalColumnBuilder builder = builder();
        for (String value : adversary.values(3).subList(0, SIZE / 3)) {
            long times = random.nextInt(4) == 0 ? 1 + random.nextInt(50) : 1 + random.nextInt(3);
            builder.add(value, times);
            counts.merge(key(value), times, Long::sum);
        }
        assertBound(builder.build(), counts);
    }

    @ParameterizedTest
    @EnumSource
    void theBoundHoldsAfterAThousandMerges(Adversary adversary) {
        List<String> values = adversary.values(4);
        Map<String, Long> counts = new HashMap<>();
        List<CategoricalProfile> parts = new ArrayList<>();
        int from = 0;
        for (int part = 0; part < 1000; part++) {
            // ten parts hold most of the values, enough to pass over rare ones; the others hold a few each
            int size = part % 100 == 0 ? SIZE / 12 : 10;
            CategoricalColumnBuilder builder = builder();
            for (String value : values.subList(from, from + size)) {
                builder.add(value);
                counts.merge(key(value), 1L, Long::sum);
            }
            from += size;
            parts.add(builder.build());
        }
        assertBound(inTurn(parts), counts);
        Collections.shuffle(parts, new Random(5));
        assertBound(inPairs(parts), counts);
    }

    private static CategoricalProfile inTurn(List<CategoricalProfile> parts) {
        return parts.stream().reduce(CategoricalProfile::merge).orElseThrow();
    }

    private static CategoricalProfile inPairs(List<CategoricalProfile> parts) {
        int half = parts.size() / 2;
        return half == 0
                ? parts.get(0)
                : inPairs(parts.subList(0, half)).merge(inPairs(parts.subList(half, parts.size())));
    }

    private static String key(String value) {
        return value.length() <= 256
                ? value
                : Built.texts(value).topValues(1).get(0).value();
    }

    private static void assertBound(CategoricalProfile profile, Map<String, Long> counts) {
        long total = profile.present();
        if (profile.exactCounts().isPresent()) {
            assertThat(profile.exactCounts().orElseThrow()).isEqualTo(counts);
            return;
        }
        Map<String, FrequentValue> kept = new HashMap<>();
        profile.topValues(Integer.MAX_VALUE).forEach(value -> kept.put(value.value(), value));
        assertThat(kept).hasSizeLessThanOrEqualTo(Frequencies.CAPACITY);
        kept.values().forEach(value -> {
            assertThat(value.upper() - value.lower()).isLessThanOrEqualTo(total / 513);
            assertThat(counts.get(value.value())).isBetween(value.lower(), value.upper());
        });
        long offset = kept.values().stream()
                .mapToLong(value -> value.upper() - value.lower())
                .max()
                .orElse(total / 513);
        counts.forEach((value, count) -> {
            if (!kept.containsKey(value) && count > offset) {
                assertThat(count).as(value).isLessThanOrEqualTo(offset);
            }
        });
    }
}
