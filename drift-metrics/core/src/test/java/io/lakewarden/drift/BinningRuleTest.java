package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinningRuleTest {
    @Test
    void continuousNumbersGetTenEqualBinsBetweenMinimumAndMaximum() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(1_000, row -> row + 1));
        BinCounts bins = reference.bins().orElseThrow();
        assertThat(((NumericBinning) bins.binning()).edges())
                .containsExactly(Math.nextDown(1.0), 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000);
        assertThat(bins.count(0)).as("below the minimum").isZero();
        assertThat(IntStream.rangeClosed(1, 10).mapToLong(bins::count)).containsOnly(100L);
        assertThat(bins.count(11)).as("above the maximum").isZero();
    }

    @Test
    void whatLiesOutsideJoinsTheOuterBinsOfTheComparison() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(1_000, row -> row + 1));
        ColumnProfile current = Profiles.column(Profiles.numbers(-5, 50, 5_000), Profiles.binning(reference));
        List<Bin> table = BinTable.of(reference, current).orElseThrow().bins();
        assertThat(table).hasSize(10);
        assertThat(table.get(0).label()).isEqualTo("≤ 100");
        assertThat(table.get(0).current()).isEqualTo(2);
        assertThat(table.get(9).label()).isEqualTo("> 900");
        assertThat(table.get(9).current()).isEqualTo(1);
        assertThat(new OutOfRangeShare()
                        .compare(reference, current)
                        .value()
                        .number()
                        .orElseThrow())
                .isEqualTo(2 / 3.0);
    }

    @Test
    void fewDistinctNumbersGetBinsOfTheirOwnAndGapsSeeTheRest() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(100, row -> row % 3));
        ColumnProfile current = Profiles.column(Profiles.numbers(1, 1.5, 7), Profiles.binning(reference));
        assertThat(BinTable.of(reference, current).orElseThrow().bins())
                .extracting(Bin::label)
                .containsExactly("0", "1", "(1, 2)", "2", "> 2");
    }

    @Test
    void aHeavyNumberStandsAloneAmongQuantileBins() {
        List<Double> values = new ArrayList<>(Collections.nCopies(500, 0.0));
        values.addAll(Profiles.numbers(500, row -> 0.5 + row));
        ColumnProfile reference = Profiles.reference(values);
        BinTable table = BinTable.of(reference, reference).orElseThrow();
        assertThat(table.bins().get(0).label()).isEqualTo("0");
        assertThat(table.bins().get(0).reference()).isEqualTo(500);
        assertThat(table.bins()).hasSize(6);
        assertThat(table.bins().subList(1, 6)).allMatch(bin -> bin.reference() == 100);
    }

    @Test
    void aConstantHasOneBinAndGapsOnBothSides() {
        ColumnProfile reference = Profiles.reference(Profiles.numbers(5, 5, 5));
        ColumnProfile current = Profiles.column(Profiles.numbers(4, 5, 6), Profiles.binning(reference));
        assertThat(BinTable.of(reference, current).orElseThrow().bins())
                .extracting(Bin::current)
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void frequentCategoriesGetBinsAndRareOnesShareOne() {
        List<String> values = new ArrayList<>();
        for (int category = 0; category < 30; category++) {
            values.addAll(Collections.nCopies(category < 25 ? 390 : 2, "c" + category));
        }
        CategoricalBinning binning = (CategoricalBinning) freeze(values).orElseThrow();
        assertThat(binning.categories()).hasSize(25);
        assertThat(binning.rare()).containsExactly("c25", "c26", "c27", "c28", "c29");
        assertThat(binning.isComplete()).isTrue();
    }

    @Test
    void newCategoriesAreABinOfTheTable() {
        ColumnProfile reference = Profiles.reference(List.of("a", "a", "b", "b"));
        ColumnProfile current = Profiles.column(List.of("a", "b", "<script>", "\n"), Profiles.binning(reference));
        assertThat(BinTable.of(reference, current).orElseThrow().bins())
                .extracting(Bin::kind)
                .containsExactly(BinKind.VALUE, BinKind.VALUE, BinKind.NEW);
    }

    @Test
    void anIdentifierHasNoBinsAndSaysSo() {
        for (int rows : new int[] {500, 5_000}) {
            List<String> unique =
                    IntStream.range(0, rows).mapToObj(row -> "id-" + row).toList();
            assertThat(freeze(unique)).isEmpty();
            ColumnProfile profile = Profiles.reference(unique);
            assertThat(new JensenShannonDistance().compare(profile, profile).value())
                    .hasToString("unknown: no value is frequent enough to compare, as in an identifier");
        }
    }

    @Test
    void moreCategoriesThanCountedKeepTheSurelyFrequentOnes() {
        List<String> values = new ArrayList<>(Collections.nCopies(4_000, "often"));
        IntStream.range(0, 4_000).forEach(row -> values.add("seldom " + row));
        CategoricalBinning binning = (CategoricalBinning) freeze(values).orElseThrow();
        assertThat(binning.categories()).containsExactly("often");
        assertThat(binning.isComplete()).isFalse();
    }

    @Test
    void differentBinningsAreNeverCompared() {
        ColumnProfile reference = Profiles.column(Profiles.numbers(1, 2), NumericBinning.ofEdges(1));
        ColumnProfile current = Profiles.column(Profiles.numbers(1, 2), NumericBinning.ofEdges(1.5));
        assertThatThrownBy(() -> BinTable.of(reference, current))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x' was counted in bins");
    }

    private static Optional<Binning> freeze(List<?> values) {
        return BinningRule.DEFAULT.freeze(Profiles.column(values, Optional.empty()));
    }
}
