package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.MetricValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CategoricalProfileTest {
    @Test
    void lengthsAreInCodePoints() {
        CategoricalProfile profile = Built.texts("😀😀", "", "abc", null);

        assertThat(profile.minimumLength()).isEqualTo(MetricValue.exactly(0));
        assertThat(profile.maximumLength()).isEqualTo(MetricValue.exactly(3));
        assertThat(profile.meanLength()).isEqualTo(MetricValue.exactly(5 / 3.0));
        assertThat(profile.blanks()).isEqualTo(1);
        assertThat(profile.present()).isEqualTo(3);
    }

    @Test
    void longTextsAreKeptShortAndStayDistinct() {
        String common = "😀".repeat(300);
        CategoricalProfile profile = Built.texts(common + "a", common + "b", common + "a");

        assertThat(profile.distinct()).isEqualTo(MetricValue.exactly(2));
        assertThat(profile.maximumLength()).isEqualTo(MetricValue.exactly(301));
        FrequentValue top = profile.topValues(1).get(0);
        assertThat(top.lower()).isEqualTo(2);
        assertThat(top.value()).startsWith("😀".repeat(256) + "…").hasSize(512 + 1 + 16);
        assertThat(profile.exactCounts().orElseThrow().keySet()).allMatch(key -> key.length() < 600);
    }

    @Test
    void aTextOfTheLongestLengthIsKeptWhole() {
        String whole = "😀".repeat(256);
        assertThat(Built.texts(whole).topValues(1)).containsExactly(new FrequentValue(whole, 1, 1));
    }

    @Test
    void categoriesAreCountedInTheirBins() {
        CategoricalBinning binning = CategoricalBinning.of(List.of("a"), List.of("r", "s"), true);
        CategoricalProfile profile =
                Built.texts(ProfileDetail.COUNTS, Optional.of(binning), List.of("a", "r", "s", "s", "new", "a.b", "a"));
        BinCounts bins = profile.bins().orElseThrow();

        assertThat(List.of(bins.count(0), bins.count(1), bins.count(2))).containsExactly(2L, 3L, 2L);
        assertThat(profile.patterns()).isEmpty();
        assertThat(profile.distinct()).isInstanceOf(MetricValue.Unknown.class);
    }

    @Test
    void patternsAreCounted() {
        CategoricalProfile profile = Built.texts("a@b.de", "a@b.de", "17", "10.1.2.3", "none", null);

        assertThat(profile.patterns())
                .isEqualTo(Map.of(
                        TextPattern.EMAIL, 2L,
                        TextPattern.UUID, 0L,
                        TextPattern.DATE, 0L,
                        TextPattern.NUMBER, 1L,
                        TextPattern.URL, 0L,
                        TextPattern.IP, 1L));
    }
}
