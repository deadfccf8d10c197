package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.MetricValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However texts are handed over, the profile is that of the texts. */
class TextDoorsTest {
    private static final String[] HOSTILE = {
        "",
        " ",
        "\u3000\u2003",
        "\u00A0",
        "\uFEFFid",
        "a\u0000b",
        "\u0000",
        "line\r\nline",
        "שלום עולם",
        "😀",
        "👩‍👩‍👧‍👦",
        "\uD83D",
        "x\uDE00y",
        "é",
        "e\u0301",
        "?",
        "ö".repeat(255),
        "ö".repeat(256),
        "ö".repeat(257),
        "😀".repeat(300),
        "a".repeat(256),
        "a".repeat(257),
        "a".repeat(300) + "1",
        "a".repeat(300) + "2",
        "a".repeat(256) + "…0123456789abcdef",
        "\u0085",
        "jane@example.org",
        "17",
        "2026-02-28"
    };
    private static final Optional<Binning> BINS = Optional.of(CategoricalBinning.of(
            List.of("", "😀", "ö".repeat(256), "17"), List.of("?", "שלום עולם", "a\u0000b"), true));

    private static CategoricalColumnBuilder builder(ProfileDetail detail) {
        return (CategoricalColumnBuilder) Built.builder(ColumnKind.CATEGORICAL, detail, BINS);
    }

    private static byte[] encoded(CategoricalColumnBuilder builder) {
        return ProfileCodec.encode(builder.build());
    }

    /** Hostile texts, some of them often, among as many different ones as asked for. */
    private static List<String> texts(int different) {
        Random random = new Random(4);
        List<String> result = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String hostile = HOSTILE[(int) (HOSTILE.length * random.nextDouble() * random.nextDouble())];
            result.add(i % 3 == 0 || different == 0 ? hostile : hostile + random.nextInt(different));
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 100_000})
    void bytesAreTheTextThatTheyEncode(int different) {
        for (ProfileDetail detail : ProfileDetail.values()) {
            CategoricalColumnBuilder strings = builder(detail);
            CategoricalColumnBuilder bytes = builder(detail);
            Random random = new Random(5);
            for (String text : texts(different)) {
                strings.add(text);
                byte[] utf8 = Utf8.encode(text);
                int before = random.nextInt(20);
                byte[] array = new byte[before + utf8.length + random.nextInt(20)];
                random.nextBytes(array);
                System.arraycopy(utf8, 0, array, before, utf8.length);
                bytes.add(array, before, utf8.length);
                Arrays.fill(array, (byte) 'z');
            }
            assertThat(encoded(bytes)).isEqualTo(encoded(strings));
        }
    }

    @Test
    void aWeightIsAsManyTimesWhileCountsAreExact() {
        for (ProfileDetail detail : ProfileDetail.values()) {
            CategoricalColumnBuilder single = builder(detail);
            CategoricalColumnBuilder weighted = builder(detail);
            for (int i = 0; i < HOSTILE.length; i++) {
                int times = i % 5 * i;
                byte[] utf8 = Utf8.encode(HOSTILE[i]);
                weighted.add(utf8, 0, utf8.length, times);
                weighted.add(HOSTILE[i], times);
                for (int k = 0; k < 2 * times; k++) {
                    single.add(HOSTILE[i]);
                }
            }
            assertThat(encoded(weighted)).isEqualTo(encoded(single));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30, 100_000})
    void buildingInBetweenChangesNothing(int different) {
        CategoricalColumnBuilder once = builder(ProfileDetail.FULL);
        CategoricalColumnBuilder often = builder(ProfileDetail.FULL);
        List<String> texts = texts(different);
        for (int i = 0; i < texts.size(); i++) {
            once.add(texts.get(i));
            often.add(texts.get(i));
            if (i % 1013 == 0) {
                assertThat(encoded(often)).isEqualTo(encoded(often));
            }
        }
        assertThat(encoded(often)).isEqualTo(encoded(once));
    }

    @Test
    void aFinishedProfileStaysAsItIs() {
        CategoricalColumnBuilder builder = builder(ProfileDetail.FULL);
        texts(100_000).subList(0, 5000).forEach(builder::add);
        CategoricalProfile finished = builder.build();
        byte[] before = ProfileCodec.encode(finished);
        texts(100_000).forEach(builder::add);

        assertThat(ProfileCodec.encode(finished)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void illFormedBytesAreTheTextThatJavaReads(ProfileDetail detail) {
        Random random = new Random(6);
        CategoricalColumnBuilder bytes = builder(detail);
        CategoricalColumnBuilder strings = builder(detail);
        for (int i = 0; i < 30_000; i++) {
            byte[] noise = new byte[random.nextInt(1 + i % 400)];
            random.nextBytes(noise);
            if (i % 2 == 0) {
                noise = Arrays.copyOf("Grüße aus 北京 😀".getBytes(StandardCharsets.UTF_8), random.nextInt(24));
            }
            bytes.add(noise, 0, noise.length);
            strings.add(new String(noise, StandardCharsets.UTF_8));
        }
        assertThat(encoded(bytes)).isEqualTo(encoded(strings));
    }

    @Test
    void whatIsNoUnicodeIsCountedAsReplacementCharacters() {
        CategoricalColumnBuilder builder = builder(ProfileDetail.FULL);
        builder.add("a\uD83D");
        builder.add(new byte[] {'a', (byte) 0xFF}, 0, 2);
        builder.add(new byte[] {'a', (byte) 0xF0, (byte) 0x9F, (byte) 0x98}, 0, 4, 3);
        CategoricalProfile profile = builder.build();

        assertThat(profile.count()).isEqualTo(5);
        assertThat(profile.maximumLength()).isEqualTo(MetricValue.exactly(2));
        assertThat(profile.topValues(9)).containsExactly(new FrequentValue("a\uFFFD", 5, 5));
    }

    @Test
    void impossibleRangesAndWeightsAreRefused() {
        CategoricalColumnBuilder builder = builder(ProfileDetail.FULL);

        assertThatThrownBy(() -> builder.add(new byte[4], 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.add(new byte[4], -1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.add("a", -1)).isInstanceOf(IllegalArgumentException.class);
        builder.add("a", 0);
        assertThat(builder.build().count()).isZero();
        assertThat(builder.build().topValues(1)).isEmpty();
    }

    @Test
    void binsAreFoundByBytesAsByText() {
        CategoricalBinning binning = (CategoricalBinning) BINS.orElseThrow();
        for (String text : HOSTILE) {
            byte[] utf8 = Utf8.encode(text);
            byte[] shifted = new byte[utf8.length + 9];
            System.arraycopy(utf8, 0, shifted, 5, utf8.length);
            int expected = binning.categories().contains(text)
                    ? binning.categories().indexOf(text)
                    : binning.rare().contains(text) ? 4 : binning.elsewhere();

            assertThat(binning.indexOf(text)).as(text).isEqualTo(expected);
            assertThat(binning.indexOf(shifted, 5, utf8.length)).as(text).isEqualTo(expected);
        }
    }
}
