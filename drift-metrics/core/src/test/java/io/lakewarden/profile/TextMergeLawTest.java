package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextMergeLawTest {
    private static final Optional<Binning> BINS =
            Optional.of(CategoricalBinning.of(List.of("", "red", "😀"), List.of("blue", "\ud83d"), true));

    enum HostileTexts {
        EMPTY,
        ONLY_NULLS,
        FEW,
        MANY,
        UNICODE,
        LONE_SURROGATES,
        VERY_LONG,
        PATTERNS;

        private static final String[] FEW_TEXTS = {"", " ", "red", "blue", "İstanbul", "\n", "a.b`c`", "<b>", "😀"};
        private static final String[] MATCHING = {
            "a@b.org", "12.5", "2026-01-31", "https://a.b/c", "10.0.0.1", "123e4567-e89b-12d3-a456-426614174000"
        };

        List<String> values(long seed) {
            Random random = new Random(seed);
            List<String> values = new ArrayList<>();
            for (int i = 0; this != EMPTY && i < 3000; i++) {
                values.add(next(random));
            }
            return values;
        }

        private String next(Random random) {
            return switch (this) {
                case EMPTY, ONLY_NULLS -> null;
                case FEW -> FEW_TEXTS[random.nextInt(FEW_TEXTS.length)];
                case MANY -> Integer.toString(random.nextInt(2000));
                case UNICODE -> new String(Character.toChars(0x1F600 + random.nextInt(60))).repeat(random.nextInt(5));
                case LONE_SURROGATES -> String.valueOf((char) (0xD800 + random.nextInt(0x800)));
                case VERY_LONG -> "ö😀".repeat(200) + random.nextInt(1500);
                case PATTERNS -> MATCHING[random.nextInt(MATCHING.length)];
            };
        }
    }

    private static CategoricalProfile profile(List<String> values) {
        return Built.texts(ProfileDetail.FULL, BINS, values);
    }

    @ParameterizedTest
    @EnumSource
    void mergedPartsAreTheWhole(HostileTexts texts) {
        List<String> values = texts.values(1);
        int third = values.size() / 3;
        CategoricalProfile whole = profile(values);
        CategoricalProfile a = profile(values.subList(0, third));
        CategoricalProfile b = profile(values.subList(third, 2 * third));
        CategoricalProfile c = profile(values.subList(2 * third, values.size()));

        assertSame(a.merge(b).merge(c), whole);
        assertSame(a.merge(b.merge(c)), whole);
        assertSame(c.merge(b).merge(a), whole);
    }

    private static void assertSame(CategoricalProfile actual, CategoricalProfile whole) {
        assertThat(actual.metrics()).isEqualTo(whole.metrics());
        assertThat(actual.patterns()).isEqualTo(whole.patterns());
        assertThat(actual.exactCounts()).isEqualTo(whole.exactCounts());
        BinCounts bins = actual.bins().orElseThrow();
        for (int bin = 0; bin < bins.binning().size(); bin++) {
            assertThat(bins.count(bin)).isEqualTo(whole.bins().orElseThrow().count(bin));
        }
        if (whole.exactCounts().isPresent()) {
            assertThat(ProfileCodec.encode(actual)).isEqualTo(ProfileCodec.encode(whole));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEmptyProfileIsTheIdentity(HostileTexts texts) {
        CategoricalProfile profile = profile(texts.values(2));
        byte[] bytes = ProfileCodec.encode(profile);

        assertThat(ProfileCodec.encode(profile.merge(profile(List.of())))).isEqualTo(bytes);
        assertThat(ProfileCodec.encode(profile(List.of()).merge(profile))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void encodingKeepsEverythingAndIsDeterministic(HostileTexts texts) {
        CategoricalProfile profile = profile(texts.values(3));
        byte[] bytes = ProfileCodec.encode(profile);
        CategoricalProfile decoded = (CategoricalProfile) ProfileCodec.decode(bytes);

        assertThat(ProfileCodec.encode(profile(texts.values(3)))).isEqualTo(bytes);
        assertThat(ProfileCodec.encode(decoded)).isEqualTo(bytes);
        assertSame(decoded, profile);
        assertThat(decoded.topValues(50)).isEqualTo(profile.topValues(50));
        assertThat(ProfileCodec.encode(decoded.merge(profile))).isEqualTo(ProfileCodec.encode(profile.merge(profile)));
    }
}
