package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns that have no bins: free texts, dates and times, arrays and maps. */
class ShapeDriftTest {
    private static final long HOUR = 3_600_000_000L;

    private static ColumnProfile profile(List<?> values) {
        return Profiles.column(values, Optional.empty());
    }

    private static DriftScore score(String statistic, List<?> was, List<?> is) {
        return DriftStatistics.named(statistic).orElseThrow().compare(profile(was), profile(is));
    }

    private static double value(DriftScore score) {
        return ((Known) score.value()).value();
    }

    private static double pValue(DriftScore score) {
        return ((Known) score.pValue()).value();
    }

    private static <T> List<T> values(T one, int ones, T other, int others) {
        List<T> values = new ArrayList<>(Collections.nCopies(ones, one));
        values.addAll(Collections.nCopies(others, other));
        return values;
    }

    private static DatasetDrift compare(List<?> was, List<?> is) {
        return DriftAnalysis.compare(
                Reference.of(Profiles.dataset("x", was, Optional.empty(), Profiles.JANUARY, ProfileDetail.FULL)),
                Profiles.dataset("x", is, Optional.empty(), Profiles.JANUARY, ProfileDetail.FULL),
                DriftPolicy.DEFAULT);
    }

    private static Finding finding(DatasetDrift drift, String statistic) {
        return drift.findings().stream()
                .filter(finding -> finding.key().endsWith("/" + statistic))
                .findFirst()
                .orElseThrow();
    }

    /** Sentences of three to nine words out of so many, the first ones more often, with a number that never repeats. */
    private static List<String> sentences(Random random, int texts, String language, int words) {
        return IntStream.range(0, texts)
                .mapToObj(text -> random.doubles(3 + random.nextInt(7))
                        .mapToObj(draw -> language + (int) (words * draw * draw))
                        .collect(Collectors.joining(" ", "", ", " + random.nextInt() + ".")))
                .toList();
    }

    /** SciPy 1.17.1: chi2_contingency([[500, 500], [450, 550]], correction=False); 50 % and 45 %. */
    @Test
    void theDistanceOfWordsAndItsTestAreThoseOfTheirCounts() {
        DriftScore score = score("vocabulary_distance", values("yes", 500, "no", 500), values("yes", 450, "no", 550));

        assertThat(value(score)).isCloseTo(0.05, within(1e-12));
        assertThat(pValue(score)).isCloseTo(0.025164485700318553, within(1e-12));
    }

    /** The same texts with each word twice say no more than before. */
    @Test
    void wordsOfOneTextAreNoIndependentDraws() {
        DriftScore score = score(
                "vocabulary_distance", values("yes yes", 500, "no no", 500), values("yes yes", 450, "no no", 550));

        assertThat(value(score)).isCloseTo(0.05, within(1e-12));
        assertThat(pValue(score)).isCloseTo(0.025164485700318553, within(1e-12));
    }

    @Test
    void theTestsOfTextsRaiseNoMoreFalseAlarmsThanTheyPromise() {
        int words = 0;
        int characters = 0;
        int lengths = 0;
        for (int repeat = 0; repeat < 200; repeat++) {
            Random random = new Random(repeat);
            List<String> was = sentences(random, 800, "w", 300);
            List<String> is = sentences(random, 200, "w", 300);
            words += pValue(score("vocabulary_distance", was, is)) <= 0.05 ? 1 : 0;
            characters += pValue(score("character_class_distance", was, is)) <= 0.05 ? 1 : 0;
            lengths += pValue(score("length_distance", was, is)) <= 0.05 ? 1 : 0;
        }

        // more than 18 of 200 have a probability of 0.6 % at a rate of 5 %
        assertThat(List.of(words, characters, lengths)).allMatch(alarms -> alarms <= 18);
    }

    @Test
    void otherWordsAreFoundAndChanceIsNot() {
        List<String> was = sentences(new Random(1), 3_000, "w", 300);

        DatasetDrift same = compare(was, sentences(new Random(2), 1_000, "w", 300));
        DatasetDrift other = compare(was, sentences(new Random(3), 1_000, "x", 300));

        assertThat(same.findings()).extracting(Finding::status).containsOnly(Status.PASS);
        assertThat(finding(other, "vocabulary_distance").status()).isEqualTo(Status.WARN);
        assertThat(finding(other, "vocabulary_distance").sentence())
                .startsWith("'x' has other words than before, at least ");
        assertThat(finding(other, "character_class_distance").status()).isEqualTo(Status.PASS);
        assertThat(other.findings()).extracting(Finding::key).noneMatch(key -> key.endsWith("l_infinity_distance"));
    }

    @Test
    void theDistanceGrowsWithTheShareOfOtherWords() {
        List<String> was = sentences(new Random(1), 3_000, "w", 300);
        List<String> ours = sentences(new Random(2), 1_000, "w", 300);
        List<String> others = sentences(new Random(3), 1_000, "x", 300);
        double before = 0;
        for (int share : new int[] {0, 250, 500, 1_000}) {
            List<String> mixed = new ArrayList<>(others.subList(0, share));
            mixed.addAll(ours.subList(share, 1_000));
            double now = value(score("vocabulary_distance", was, mixed));
            assertThat(now).isGreaterThan(before).isLessThanOrEqualTo(1);
            assertThat(value(score("vocabulary_distance", mixed, was))).isCloseTo(now, within(1e-12));
            before = now;
        }
    }

    @Test
    void anotherScriptAndOtherLengthsAreFound() {
        List<String> was = sentences(new Random(1), 2_000, "word", 300);
        List<String> cyrillic = sentences(new Random(2), 500, "слово", 300);
        List<String> longer = sentences(new Random(3), 500, "word", 300).stream()
                .map(text -> text + " " + text)
                .toList();

        assertThat(finding(compare(was, cyrillic), "character_class_distance").status())
                .isEqualTo(Status.WARN);
        assertThat(finding(compare(was, longer), "length_distance").status()).isEqualTo(Status.WARN);
        assertThat(finding(compare(was, longer), "length_distance").sentence())
                .startsWith("'x' has other lengths than before, by ")
                .contains(" of its values, on average from ");
        assertThat(finding(compare(was, longer), "vocabulary_distance").status())
                .isEqualTo(Status.PASS);
    }

    @Test
    void identifiersAreNotJudgedByTheirWords() {
        Random random = new Random(5);
        List<String> ids = IntStream.range(0, 2_000)
                .mapToObj(row -> new UUID(random.nextLong(), random.nextLong()).toString())
                .toList();

        List<String> was = ids.subList(0, 1_500);
        List<String> is = ids.subList(1_500, 2_000);
        DatasetDrift drift = compare(was, is);

        assertThat(finding(drift, "l_infinity_distance").status()).isEqualTo(Status.SKIPPED);
        assertThat(drift.findings())
                .extracting(Finding::key)
                .noneMatch(key -> key.endsWith("vocabulary_distance") || key.endsWith("length_distance"));
        assertThat(((Unknown) score("vocabulary_distance", was, is).value()).reason())
                .isEqualTo("the reference has no words");
        assertThat(value(score("length_distance", was, is))).isZero();
    }

    @Test
    void textsWithBinsAreJudgedByTheirCategoriesAlone() {
        ColumnProfile reference = Profiles.reference(values("yes", 60, "no", 40));
        DriftScore words =
                DriftStatistics.named("vocabulary_distance").orElseThrow().compare(reference, reference);

        assertThat(((Unknown) words.value()).reason()).isEqualTo("words of a column with bins are not counted");
        assertThat(value(DriftStatistics.named("length_distance").orElseThrow().compare(reference, reference)))
                .isZero();
    }

    /** SciPy 1.17.1: ks_2samp of both lists, method "exact". */
    @Test
    void smallSizesHaveTheStatisticOfKolmogorovAndSmirnov() {
        DriftScore score = score(
                "length_distance",
                IntStream.range(0, 100).mapToObj(row -> row % 10).toList(),
                IntStream.range(0, 130).mapToObj(row -> row % 13).toList());

        assertThat(value(score)).isCloseTo(0.23076923076923078, within(1e-12));
        assertThat(pValue(score)).isCloseTo(0.003935305727218404, within(1e-12));
    }

    @Test
    void theSizesOfArraysAreJudged() {
        List<Integer> was = IntStream.range(0, 2_000).mapToObj(row -> row % 8).toList();
        List<Integer> more =
                IntStream.range(0, 500).mapToObj(row -> 3 + row % 8).toList();

        assertThat(finding(compare(was, was), "length_distance").status()).isEqualTo(Status.PASS);
        assertThat(finding(compare(was, more), "length_distance").status()).isEqualTo(Status.FAIL);
        assertThat(finding(compare(was, more), "length_distance").sentence())
                .startsWith("'x' has other sizes than before, by 37.5 % of its values, on average from 3.5 to 6.48");
    }

    /** SciPy 1.17.1: chi2_contingency([[100] * 7, [130, 130, 100, 100, 100, 70, 70]]). 1970 began on a Thursday. */
    @Test
    void weekdaysAndHoursAreComparedByTheirShares() {
        List<Long> was = new ArrayList<>();
        List<Long> is = new ArrayList<>();
        int[] now = {130, 130, 100, 100, 100, 70, 70};
        for (int day = 0; day < 7; day++) {
            long midnight = (day - 3) * 24L * HOUR;
            was.addAll(Collections.nCopies(100, midnight + 9 * HOUR));
            is.addAll(Collections.nCopies(now[day], midnight + (day < 5 ? 9 : 17) * HOUR));
        }

        DriftScore weekdays = score("weekday_distance", was, is);
        DriftScore hours = score("hour_of_day_distance", was, is);

        assertThat(value(weekdays)).isCloseTo(0.03 / 0.7, within(1e-12));
        assertThat(pValue(weekdays)).isCloseTo(0.005276054153526763, within(1e-12));
        assertThat(value(hours)).isCloseTo(0.2, within(1e-12));
        assertThat(compare(was, is).findings()).extracting(Finding::key).allMatch(key -> key.endsWith("null_delta"));
        assertThat(value(score("weekday_distance", is, was))).isEqualTo(value(weekdays));
    }
}
