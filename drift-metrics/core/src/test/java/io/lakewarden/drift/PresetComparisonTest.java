package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.preset.DriftPresets;
import io.lakewarden.result.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every preset against the package that it follows, on seeded pairs ({@link PresetPairs}): what the real packages decide is
 * in the test resources, and src/test/python/presets says how and checks it against them.
 */
class PresetComparisonTest {
    /** A rest of 1e-16 that rounding leaves of a share is 1e-8 in a Jensen–Shannon distance. */
    private static final double ROUNDING = 3e-8;

    @ParameterizedTest
    @CsvSource({"evidently, 5", "nannyml, 1", "tfdv, 2"})
    void decidesAsThePackageDoes(String name, int statistics) throws IOException {
        DriftPolicy policy =
                DriftPolicy.DEFAULT.withPreset(DriftPresets.named(name).orElseThrow());
        List<String> failures = new ArrayList<>();
        TreeMap<String, Integer> seen = new TreeMap<>();
        int drifted = 0;
        int undecided = 0;
        List<String[]> recorded = recorded(name);
        for (String[] row : recorded) {
            PresetPairs.Pair pair = PresetPairs.pair(Integer.parseInt(row[0]));
            List<DriftCheck> checks = DriftAnalysis.compare(pair.reference(), pair.current(), policy)
                    .columns()
                    .get(0)
                    .checks();
            assertThat(checks).as("checks of pair %s", row[0]).hasSize(1);
            DriftCheck check = checks.get(0);
            Status status = check.finding().status();
            if (row[1].isEmpty()) {
                undecided++;
                if (status != Status.SKIPPED) {
                    failures.add("pair " + row[0] + ": " + check.finding().sentence() + " But it decides nothing");
                }
                continue;
            }
            seen.merge(row[1], 1, Integer::sum);
            boolean drift = Boolean.parseBoolean(row[4]);
            drifted += drift ? 1 : 0;
            double score = check.score().value().number().orElse(Double.NaN);
            if (!check.statistic().equals(row[1])
                    || status != (drift ? Status.FAIL : Status.PASS)
                    || !(Math.abs(score - Double.parseDouble(row[2])) <= ROUNDING)) {
                failures.add("pair " + row[0] + ": " + check.statistic() + " " + score + " " + status + ", not "
                        + row[1] + " " + row[2] + " " + drift);
            }
        }
        assertThat(failures).as("pairs by statistic %s", seen).isEmpty();
        assertThat(recorded).hasSize(PresetPairs.PAIRS);
        assertThat(new TreeSet<>(seen.keySet()))
                .as("statistics decided by")
                .hasSize(statistics)
                .isSubsetOf(DriftPresets.named(name).orElseThrow().statistics());
        assertThat(recorded.size() - undecided).as("pairs decided").isGreaterThanOrEqualTo(200);
        assertThat(drifted).as("pairs drifted").isBetween(40, 200);
    }

    private static List<String[]> recorded(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PresetComparisonTest.class.getResourceAsStream("/presets/" + name + ".csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
