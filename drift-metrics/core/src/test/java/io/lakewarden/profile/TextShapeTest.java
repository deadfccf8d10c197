package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextShapeTest {
    private static CategoricalProfile profile(List<String> texts) {
        ColumnSpec spec = new ColumnSpec("x", ColumnKind.CATEGORICAL, "string");
        ProfileBuilder builder = new ProfileBuilder(List.of(spec), ProfileDetail.FULL);
        CategoricalColumnBuilder column = (CategoricalColumnBuilder) builder.column(0);
        texts.forEach(column::add);
        return column.build();
    }

    @Test
    void charactersAreCountedByTheirClass() {
        CategoricalProfile profile =
                profile(List.of("Ab9 _", "äß😀", "\t\u000b\u001f@[`{/:", "", "12345678901234567890"));

        // 5, 3 and 9 characters, none, and 20
        assertThat(profile.characters().orElseThrow().counts()).containsExactly(2, 21, 3, 8, 3);
        assertThat(profile.share(CharacterClass.DIGIT)).isEqualTo(MetricValue.exactly(21 / 37.0));
    }

    /** Against the definition, character by character. */
    @Test
    void countsAreThoseOfTheDefinition() {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add(random.ints(random.nextInt(40), 0, 0x250)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
        }
        long[] byHand = new long[5];
        texts.forEach(
                text -> text.codePoints().forEach(point -> byHand[classOf(point).index()]++));
        long words = texts.stream().mapToLong(TextShapeTest::words).sum();

        CategoricalProfile profile = profile(texts);

        assertThat(profile.characters().orElseThrow().counts()).containsExactly(byHand);
        assertThat(profile.words().orElseThrow().total()).isEqualTo(words);
        assertThat(profile.words().orElseThrow().clustering())
                .isEqualTo(texts.stream()
                                .mapToLong(text -> words(text) * words(text))
                                .sum()
                        / (double) words);
    }

    private static CharacterClass classOf(int point) {
        if (point > 127) {
            return CharacterClass.BEYOND_ASCII;
        }
        if (Character.isLetter(point)) {
            return CharacterClass.LETTER;
        }
        if (Character.isDigit(point)) {
            return CharacterClass.DIGIT;
        }
        return point == ' ' || (point >= '\t' && point <= '\r') ? CharacterClass.SPACE : CharacterClass.SYMBOL;
    }

    private static long words(String text) {
        long words = 0;
        boolean inside = false;
        for (int point : text.codePoints().toArray()) {
            boolean part = classOf(point) != CharacterClass.SPACE && classOf(point) != CharacterClass.SYMBOL;
            words += part && !inside ? 1 : 0;
            inside = part;
        }
        return words;
    }

    @Test
    void theSameWordsGoToTheSamePlacesWhateverStandsBetween() {
        long[] one = profile(List.of("out of stock")).words().orElseThrow().counts();
        long[] other = profile(List.of("stock,of/out!")).words().orElseThrow().counts();

        assertThat(other).containsExactly(one);
        assertThat(IntStream.range(0, 256).mapToLong(place -> one[place]).sum()).isEqualTo(3);
    }

    @Test
    void longTextsAreCountedUpToWhereTheyAreKept() {
        CategoricalProfile profile = profile(List.of("é".repeat(256) + "tail 123", "a".repeat(256)));

        assertThat(profile.characters().orElseThrow().counts()).containsExactly(256, 0, 0, 0, 256);
        assertThat(profile.words().orElseThrow().total()).isEqualTo(2);
        assertThat(profile.maximumLength()).isEqualTo(MetricValue.exactly(264));
    }

    @Test
    void identifiersInTheFormOfAUuidHaveNoWords() {
        assertThat(profile(List.of("3f2504e0-4f89-11d3-9a0c-0305e82c3301"))
                        .words()
                        .orElseThrow()
                        .total())
                .isZero();
    }

    @Test
    void columnsWithBinsAndCountsOnlyProfilesHaveNoWords() {
        ColumnSpec binned = new ColumnSpec(
                "x",
                ColumnKind.CATEGORICAL,
                "string",
                Optional.of(CategoricalBinning.of(List.of("a"), List.of(), true)));
        CategoricalColumnBuilder full = new CategoricalColumnBuilder(binned, ProfileDetail.FULL);
        CategoricalColumnBuilder counts = new CategoricalColumnBuilder(binned, ProfileDetail.COUNTS);
        full.add("a");
        counts.add("a");

        assertThat(full.build().words()).isEmpty();
        assertThat(full.build().characters()).isPresent();
        assertThat(counts.build().lengths()).isEmpty();
        assertThat(counts.build().share(CharacterClass.LETTER).number()).isEmpty();
    }

    @Test
    void sizesAreCountedInStepsOfAnEighth() {
        SizeCounts sizes = new SizeCounts();
        for (int size : new int[] {0, 15, 16, 17, 18, 31, 32, 35, 36, Integer.MAX_VALUE}) {
            sizes.add(size, 1);
        }
        long[] counts = sizes.counts();

        assertThat(counts[0]).isEqualTo(1);
        assertThat(counts[15]).isEqualTo(1);
        assertThat(counts[16]).isEqualTo(2);
        assertThat(SizeCounts.least(16)).isEqualTo(16);
        assertThat(SizeCounts.least(17)).isEqualTo(18);
        assertThat(SizeCounts.least(24)).isEqualTo(32);
        assertThat(counts[24]).isEqualTo(2);
        assertThat(counts).hasSize(232);
        for (int step = 0; step < 231; step++) {
            assertThat(SizeCounts.least(step + 1)).isGreaterThan(SizeCounts.least(step));
        }
    }
}
