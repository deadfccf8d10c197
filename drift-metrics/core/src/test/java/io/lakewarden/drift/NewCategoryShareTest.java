package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare categories come and go: a new one says something only where more are new than the reference lets expect. */
class NewCategoryShareTest {
    private static final int REFERENCE_ROWS = 5_000;

    private final NewCategoryShare statistic = new NewCategoryShare();
    private final ColumnProfile reference = Profiles.reference(zipf(1, REFERENCE_ROWS));

    /** 400 windows of a law with 1,000 categories, most of which hold more than the 0.5 % that would warn. */
    @ParameterizedTest
    @ValueSource(ints = {500, 5_000})
    void theRareCategoriesOfALongTailAreQuiet(int rows) {
        int draws = 400;
        List<DriftScore> quiet = IntStream.range(0, draws)
                .mapToObj(draw -> score(zipf(draw + 2, rows)))
                .toList();
        assertThat(quiet.stream().filter(score -> value(score) >= 0.005).count())
                .isGreaterThan(draws * 9L / 10);
        assertThat(quiet.stream().filter(score -> p(score) <= 0.001).count()).isLessThanOrEqualTo(3);
        assertThat(quiet.stream().filter(score -> p(score) <= 0.05).count()).isLessThanOrEqualTo(draws / 20 + 10);
    }

    @Test
    void aNewOneAmongThemIsFound() {
        List<String> current = new ArrayList<>(zipf(2, 1_900));
        current.addAll(Collections.nCopies(100, "never seen"));
        assertThat(p(score(current))).isLessThan(0.001);
    }

    @Test
    void fewerNewOnesThanExpectedAreNoChange() {
        assertThat(p(score(Collections.nCopies(2_000, "category 0")))).isEqualTo(1);
    }

    @Test
    void whatIsExpectedIsTheShareOfThoseSeenOnce() {
        ColumnProfile few = Profiles.reference(List.of("a", "a", "a", "a", "b", "b", "b", "b", "c", "d"));
        DriftScore score = statistic.compare(few, Profiles.column(List.of("a", "e", "b", "c"), Profiles.binning(few)));
        assertThat(value(score)).isEqualTo(0.25);
        assertThat(known(score, NewCategoryShare.EXPECTED)).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void countsAloneExpectNoLess() {
        Optional<Binning> bins = Profiles.binning(reference);
        ColumnProfile counts = Profiles.dataset(
                        "x", zipf(1, REFERENCE_ROWS), bins, Profiles.JANUARY, ProfileDetail.COUNTS)
                .column("x")
                .orElseThrow();
        ColumnProfile current = Profiles.column(zipf(2, 500), bins);
        DriftScore atMost = statistic.compare(counts, current);
        DriftScore exact = statistic.compare(reference, current);
        assertThat(value(atMost)).isEqualTo(value(exact));
        assertThat(known(atMost, NewCategoryShare.EXPECTED)).isGreaterThan(known(exact, NewCategoryShare.EXPECTED));
        assertThat(p(atMost)).isGreaterThanOrEqualTo(p(exact));
    }

    @Test
    void theSentenceSaysWhatChanceBrings() {
        List<String> current = Stream.concat(zipf(2, 1_900).stream(), Collections.nCopies(100, "never seen").stream())
                .toList();
        Optional<Binning> bins = Profiles.binning(reference);
        String sentence = DriftAnalysis.compare(
                        Reference.of(Profiles.dataset(
                                "x", zipf(1, REFERENCE_ROWS), bins, Profiles.JANUARY, ProfileDetail.FULL)),
                        Profiles.dataset("x", current, bins, Profiles.JANUARY, ProfileDetail.FULL),
                        DriftPolicy.DEFAULT)
                .findings()
                .stream()
                .filter(finding -> finding.key().endsWith(NewCategoryShare.NAME))
                .findFirst()
                .orElseThrow()
                .sentence();
        assertThat(sentence)
                .containsPattern("in categories that the reference does not have, where a reference of its size lets"
                        + " expect \\d(\\.\\d+)? %");
    }

    private DriftScore score(List<String> current) {
        return statistic.compare(reference, Profiles.column(current, Profiles.binning(reference)));
    }

    private static double value(DriftScore score) {
        return score.value().number().orElseThrow();
    }

    private static double p(DriftScore score) {
        return score.pValue().number().orElseThrow();
    }

    private static double known(DriftScore score, String detail) {
        return ((Known) score.details().get(detail)).value();
    }

    /** Zipf's law over 1,000 categories. */
    private static List<String> zipf(long seed, int rows) {
        double[] upTo = new double[1_000];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
        double all = sum;
        Random random = new Random(seed);
        return IntStream.range(0, rows)
                .mapToObj(row -> {
                    int place = Arrays.binarySearch(upTo, random.nextDouble() * all);
                    return "category " + (place < 0 ? -place - 1 : place);
                })
                .toList();
    }
}
