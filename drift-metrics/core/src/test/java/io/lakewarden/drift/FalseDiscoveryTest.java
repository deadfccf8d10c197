package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.drift.FalseDiscovery.Correction;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FalseDiscoveryTest {
    /** The fifteen p-values that Benjamini and Hochberg (1995, section 3.2) take as their example. */
    private static final double[] MYOCARDIAL_INFARCTION = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0
    };

    private static final int COLUMNS = 400;

    /** Per mille before and now, and the window's rows. */
    private static final int[] SMALL = {500, 700, 100};

    private static final int[] SPARSE = {10, 500, 40};

    @Test
    void rejectsFourOfFifteenAsInTheOriginalPaper() {
        FalseDiscovery atFivePercent = new FalseDiscovery(Correction.BENJAMINI_HOCHBERG, 0.05);

        double[] adjusted = atFivePercent.adjusted(MYOCARDIAL_INFARCTION);

        assertThat(IntStream.range(0, 15).filter(test -> atFivePercent.allows(adjusted[test])))
                .containsExactly(0, 1, 2, 3);
        assertThat(adjusted[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
        // the seventh is 0.0298 · 15 / 7 = 0.0639 and takes the sixth, 0.0278 · 15 / 6 = 0.0695, with it
        assertThat(adjusted[5]).isCloseTo(0.0298 * 15 / 7, within(1e-12));
    }

    /** Benjamini and Hochberg's values times 1 + 1/2 + 1/3 + 1/4. */
    @Test
    void adjustsForAnyDependence() {
        double[] adjusted = new FalseDiscovery(Correction.BENJAMINI_YEKUTIELI, 0.05).adjusted(0.04, 0.001, 0.5, 0.012);

        double harmonic = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
        assertThat(adjusted)
                .containsExactly(
                        new double[] {harmonic * 4 / 3 * 0.04, harmonic * 4 * 0.001, 1, harmonic * 2 * 0.012},
                        within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Correction.class)
    void keepsTheOrderAndNeverFallsBelowThePValue(Correction correction) {
        FalseDiscovery held = new FalseDiscovery(correction, 0.01);
        double[] pValues = new Random(7).doubles(1_000).map(it -> it * it * it).toArray();

        double[] adjusted = held.adjusted(pValues);

        for (int i = 0; i < pValues.length; i++) {
            assertThat(adjusted[i]).isBetween(pValues[i], 1.0);
            for (int j = 0; j < i; j++) {
                assertThat(Double.compare(adjusted[i], adjusted[j]) * Double.compare(pValues[i], pValues[j]))
                        .isGreaterThanOrEqualTo(0);
            }
        }
        assertThat(held.adjusted()).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> FalseDiscovery.DEFAULT.adjusted(0.5, Double.NaN))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new FalseDiscovery(Correction.NONE, 0)).hasMessageContaining("above 0");
    }

    /** A hundred rows move so far by chance once in ten thousand times. */
    @Test
    void whatIsNoChanceForOneColumnIsChanceAmongHundreds() {
        DatasetDrift alone = compare(1, SMALL, FalseDiscovery.DEFAULT);
        DatasetDrift among = compare(COLUMNS, SMALL, FalseDiscovery.DEFAULT);
        DatasetDrift unheld = compare(COLUMNS, SMALL, new FalseDiscovery(Correction.NONE, 0.01));

        assertThat(primary(alone).finding().status()).isEqualTo(Status.FAIL);
        assertThat(primary(unheld).finding().status()).isEqualTo(Status.FAIL);
        DriftCheck check = primary(among);
        assertThat(check.reason()).isEqualTo(CheckReason.BY_CHANCE_AMONG_MANY);
        assertThat(check.finding().status()).isEqualTo(Status.PASS);
        assertThat(check.finding().sentence()).endsWith("by chance in one of so many columns with so few rows.");
        double pValue = ((Known) check.pValue()).value();
        assertThat(pValue).isLessThan(0.001);
        assertThat(check.adjusted().orElseThrow()).isGreaterThan(0.01).isCloseTo(COLUMNS * pValue, within(1e-12));
        assertThat(check.score().details()).containsKey("p_value_adjusted");
        assertThat(among.tests()).isEqualTo(COLUMNS);
    }

    /** 1/2000 is the smallest p-value of a simulation by default, and not small enough among four hundred columns. */
    @Test
    void aStrongEffectInASparseColumnStandsOutAmongHundreds() {
        DriftCheck check = primary(compare(COLUMNS, SPARSE, FalseDiscovery.DEFAULT));

        assertThat(check.finding().status()).isEqualTo(Status.FAIL);
        assertThat(((Known) check.pValue()).value())
                .isLessThanOrEqualTo(0.01 / COLUMNS)
                .isGreaterThan(1e-6);
    }

    @Test
    void columnsOfAllSlicesAreOneFamily() {
        DriftAnalysis.Pair slice = pair(1, SMALL);

        List<DatasetDrift> drifts =
                DriftAnalysis.compareTogether(Collections.nCopies(COLUMNS, slice), DriftPolicy.DEFAULT);

        assertThat(drifts).hasSize(COLUMNS).allSatisfy(drift -> assertThat(drift.tests())
                .isEqualTo(COLUMNS));
        // as many equally small p-values as the family is large
        DriftCheck first = primary(drifts.get(0));
        assertThat(first.adjusted().orElseThrow()).isCloseTo(((Known) first.pValue()).value(), within(1e-12));
    }

    private static DriftCheck primary(DatasetDrift drift) {
        return drift.columns().get(0).checks().stream()
                .filter(check -> check.adjusted().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static DatasetDrift compare(int columns, int[] firstColumn, FalseDiscovery held) {
        DriftPolicy common = DriftPolicy.DEFAULT;
        DriftPolicy policy = new DriftPolicy(
                common.roles(),
                common.thresholds(),
                common.columnThresholds(),
                common.significance(),
                held,
                Optional.empty(),
                common.minimumRows());
        DriftAnalysis.Pair pair = pair(columns, firstColumn);
        return DriftAnalysis.compare(pair.reference(), pair.current(), policy);
    }

    /** Every column but the first has the shares of its reference in its window. */
    private static DriftAnalysis.Pair pair(int columns, int[] first) {
        Optional<Binning> binning = BinningRule.DEFAULT.freeze(Profiles.column(web(2_000, first[0]), Optional.empty()));
        return new DriftAnalysis.Pair(
                Reference.of(profile(columns, web(2_000, first[0]), web(2_000, first[0]), binning)),
                profile(columns, web(first[2], first[1]), web(2_000, first[0]), binning));
    }

    private static DatasetProfile profile(
            int columns, List<String> first, List<String> others, Optional<Binning> binning) {
        ProfileBuilder builder = new ProfileBuilder(
                IntStream.range(0, columns)
                        .mapToObj(column -> new ColumnSpec("c" + column, ColumnKind.CATEGORICAL, "string", binning))
                        .toList(),
                ProfileDetail.FULL);
        for (int row = 0; row < first.size(); row++) {
            builder.addRow();
            for (int column = 0; column < columns; column++) {
                ((CategoricalColumnBuilder) builder.column(column))
                        .add(column == 0 ? first.get(row) : others.get(row * others.size() / first.size()));
            }
        }
        return builder.build(Profiles.JANUARY, Slice.ALL);
    }

    /** So many rows, so many of a thousand of which are from the web. */
    private static List<String> web(int rows, int perMille) {
        return IntStream.range(0, rows)
                .mapToObj(row -> row * 1_000L < (long) rows * perMille ? "web" : "branch")
                .toList();
    }
}
