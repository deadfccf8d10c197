package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClustersTest {
    private static final List<String> CHECKS =
            List.of("amount/wasserstein_normalized", "amount/percent_null_delta", "kind/l_infinity_distance");

    @Test
    void keepsFalseAlarmsBelowOneInAHundredWhereTestsForIndependentRowsDoNot() {
        Random random = new Random(20260101);
        int windows = 1000;
        int[] naive = new int[CHECKS.size()];
        int[] clustered = new int[CHECKS.size()];
        int[] significant = new int[CHECKS.size()];
        for (int window = 0; window < windows; window++) {
            KeyedRows reference = KeyedRows.draw(random, 60, 0.5, 0);
            KeyedRows current = KeyedRows.draw(random, 60, 0.5, 0);
            DatasetDrift independent = KeyedRows.naive(reference, current);
            DatasetDrift keyed = KeyedRows.clustered(reference, current);
            for (int check = 0; check < CHECKS.size(); check++) {
                naive[check] += isAlarm(independent, CHECKS.get(check)) ? 1 : 0;
                clustered[check] += isAlarm(keyed, CHECKS.get(check)) ? 1 : 0;
                significant[check] += known(check(keyed, CHECKS.get(check)), "p_value_clustered") <= 0.01 ? 1 : 0;
            }
        }
        // of 1,000, four are at most 0.92 % with 95 % confidence
        assertThat(Arrays.stream(clustered).max().orElseThrow()).isLessThanOrEqualTo(4);
        // the level itself: 10 are expected of a test at 1 %, and 20 are three standard deviations away
        assertThat(Arrays.stream(significant).max().orElseThrow()).isLessThanOrEqualTo(20);
        assertThat(Arrays.stream(naive).min().orElseThrow()).isGreaterThan(windows * 3 / 20);
    }

    @Test
    void holdsAPartOfTheRowsByWhatAllOfThemShow() {
        Random random = new Random(7);
        int naive = 0;
        int clustered = 0;
        int found = 0;
        for (int window = 0; window < 200; window++) {
            KeyedRows reference = KeyedRows.draw(random, 60, 0.5, 0);
            KeyedRows current = KeyedRows.draw(random, 60, 0.5, 0);
            naive += isAlarm(KeyedRows.ofEveryOtherRow(reference, current, false), CHECKS.get(0)) ? 1 : 0;
            clustered += isAlarm(KeyedRows.ofEveryOtherRow(reference, current, true), CHECKS.get(0)) ? 1 : 0;
            KeyedRows moved = KeyedRows.draw(random, 60, 0.5, 2);
            found += isAlarm(KeyedRows.ofEveryOtherRow(reference, moved, true), CHECKS.get(0)) ? 1 : 0;
        }
        assertThat(naive).isGreaterThan(5);
        assertThat(clustered).isZero();
        assertThat(found).isGreaterThan(190);
    }

    @Test
    void findsARealShiftOfKeyedRows() {
        Random random = new Random(2);
        int found = 0;
        for (int window = 0; window < 50; window++) {
            DatasetDrift drift =
                    KeyedRows.clustered(KeyedRows.draw(random, 100, 0.5, 0), KeyedRows.draw(random, 100, 0.5, 1));
            found += isAlarm(drift, CHECKS.get(0)) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(48);
    }

    @Test
    void costsIndependentRowsNothing() {
        Random random = new Random(3);
        DriftCheck check = check(
                KeyedRows.clustered(KeyedRows.draw(random, 300, 0, 0), KeyedRows.draw(random, 300, 0, 0.15)),
                CHECKS.get(0));
        assertThat(known(check, "design_effect")).isBetween(1.0, 1.3);
        assertThat(check.finding().status()).isEqualTo(Status.WARN);
    }

    @Test
    void countsRowsOfAKeyThatAreAllAlikeAsOneRow() {
        // 32 keys of 10 rows, half of them low; the halves of both sides have nothing to do with each other
        double[] was = IntStream.range(0, 32).mapToDouble(key -> key % 2 - 0.5).toArray();
        double[] is =
                IntStream.range(0, 32).mapToDouble(key -> key / 2 % 2 - 0.5).toArray();
        DriftCheck check =
                check(KeyedRows.clustered(KeyedRows.constant(10, was), KeyedRows.constant(10, is)), CHECKS.get(0));
        assertThat(known(check, "design_effect")).isCloseTo(10 * 32 / 31.0, within(1e-9));
        assertThat(known(check, "effective_rows")).isCloseTo(31, within(1e-9));
        assertThat(known(check, "p_value_clustered")).isEqualTo(1);
    }

    @Test
    void judgesNothingWhereTooFewKeysAreKnown() {
        double[] few = {-1, 1, 0.5, 2};
        DatasetDrift drift =
                KeyedRows.clustered(KeyedRows.draw(new Random(4), 60, 0.5, 0), KeyedRows.constant(50, few));
        assertThat(drift.findings().get(0).sentence())
                .isEqualTo(
                        "Drift was not judged: the rows of the window share so few keys of 'customer' that they count as"
                                + " 4 independent blocks, and 5 are needed.");
        assertThat(drift.findings().get(0).status()).isEqualTo(Status.WARN);
        assertThat(drift.columns())
                .allSatisfy(column -> assertThat(column.status()).isEqualTo(Status.SKIPPED));
        DriftCheck check = check(drift, CHECKS.get(0));
        assertThat(check.reason()).isEqualTo(CheckReason.TOO_FEW_CLUSTERS);
        assertThat(check.pValue()).isInstanceOf(Unknown.class);
        assertThat(check.finding().sentence())
                .isEqualTo("'amount' was not judged by its wasserstein normalized: its rows share too few keys, or none"
                        + " that are known.");
        assertThat(new DriftExplanation(DriftPolicy.DEFAULT, drift)
                        .of(drift.columns().get(0)))
                .contains("    not judged: rows share so few keys that they cannot be told from chance");
    }

    @Test
    void saysSoWhereTheWindowHasNoKey() {
        KeyedRows rows = KeyedRows.draw(new Random(5), 60, 0.5, 0);
        DatasetDrift drift =
                KeyedRows.compare(rows, rows, new Clusters(List.of("customer", "x"), rows.clusters(), Map.of()));
        assertThat(drift.findings().get(0).sentence())
                .isEqualTo("Drift was not judged: the window has no 'customer', 'x' that says which rows belong"
                        + " together.");
        assertThat(check(drift, CHECKS.get(0)).reason()).isEqualTo(CheckReason.TOO_FEW_CLUSTERS);
    }

    @Test
    void aColumnThatWentEmptyFailsWhateverTheKeys() {
        double[] none = new double[4];
        Arrays.fill(none, Double.NaN);
        DatasetDrift drift =
                KeyedRows.clustered(KeyedRows.draw(new Random(6), 60, 0.5, 0), KeyedRows.constant(50, none));
        assertThat(check(drift, CHECKS.get(1)).finding().status()).isEqualTo(Status.FAIL);
    }

    private static boolean isAlarm(DatasetDrift drift, String name) {
        return check(drift, name).finding().status().isAlert();
    }

    private static DriftCheck check(DatasetDrift drift, String name) {
        int slash = name.indexOf('/');
        return drift.columns().stream()
                .filter(column -> column.column().equals(name.substring(0, slash)))
                .flatMap(column -> column.checks().stream())
                .filter(check -> check.statistic().equals(name.substring(slash + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static double known(DriftCheck check, String detail) {
        return ((Known) check.score().details().get(detail)).value();
    }
}
