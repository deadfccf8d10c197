package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.SeededPairs.Pair;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Every statistic against SciPy on at least 1,000 seeded pairs of samples ({@link SeededPairs}) and tables of counts: what it computes is
 * in the test resources, and src/test/python says how.
 */
class SciPyComparisonTest {
    /** Sums of up to 100,000 rounded terms, and what is left of them after differences. */
    private static final double ROUNDING = 1e-9;

    /** SciPy ends the series of the Cramér–von Mises law at terms of 1e-7, and takes the sum from 1. */
    private static final double TRUNCATED_LAW = 1e-6;

    /** The inverse of a covariance with a condition of up to a million magnifies the last digits of the waves. */
    private static final double INVERTED = 1e-7;

    private final Map<String, Integer> compared = new TreeMap<>();
    private final Map<String, Double> largest = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    @Test
    void agreesWithSciPy() throws IOException {
        int rows = 0;
        int empty = 0;
        Set<String> columns = new TreeSet<>();
        for (Map<String, String> row : truth("/statistics-truth.csv.gz")) {
            columns.addAll(row.keySet());
            Pair pair = SeededPairs.pair(Integer.parseInt(row.get("pair")));
            double[] x = pair.finiteReference();
            double[] y = pair.finiteCurrent();
            assertThat(List.of(x.length, y.length))
                    .as("sizes of pair %s", pair.index())
                    .containsExactly(Integer.parseInt(row.get("n")), Integer.parseInt(row.get("m")));
            rows++;
            if (x.length == 0 || y.length == 0) {
                empty++;
                assertUnknown(pair);
            } else {
                checkValues(row, WeightedValues.of(x), WeightedValues.of(y));
                checkProfiles(row, pair);
                checkCounts(row, pair);
            }
        }
        int tables = 0;
        for (Map<String, String> row : truth("/tables-truth.csv.gz")) {
            checkTable(row);
            tables++;
        }
        assertThat(failures)
                .as("pairs compared %s, largest differences %s", compared, largest)
                .isEmpty();
        assertThat(rows).isEqualTo(SeededPairs.PAIRS);
        assertThat(empty).isGreaterThan(50);
        columns.removeAll(List.of("pair", "n", "m"));
        assertThat(tables).isEqualTo(1_900);
        assertThat(compared.keySet()).as("columns compared").isEqualTo(columns);
        assertThat(compared)
                .as("at least so many of each")
                .allSatisfy((column, pairs) -> assertThat(pairs).as(column).isGreaterThanOrEqualTo(1_000));
    }

    private void checkValues(Map<String, String> row, WeightedValues x, WeightedValues y) {
        DriftScore cramer = new CramerVonMisesTest().compare(x, y);
        check(row, "cvm_distance", cramer.value());
        check(row, "cvm", cramer.details().get("statistic"));
        check(row, "cvm_p", cramer.pValue());
        DriftScore anderson = new AndersonDarlingTest().compare(x, y);
        check(row, "ad", anderson.value());
        check(row, "ad_standardized", anderson.details().get("standardized"));
        check(row, "ad_p", anderson.pValue());
        DriftScore epps = new EppsSingletonTest().compare(x, y);
        check(row, "es", epps.value());
        check(row, "es_p", epps.pValue());
        DriftScore mann = new MannWhitneyTest().compare(x, y);
        check(row, "mwu", mann.details().get("u"));
        check(row, "mwu_p", mann.pValue());
        check(row, "energy", new EnergyDistance().compare(x, y).value());
        DriftScore discrepancy = new MaximumMeanDiscrepancy(1000).compare(x, y);
        check(row, "mmd", discrepancy.value());
        check(row, "bandwidth", discrepancy.details().get("bandwidth"));
    }

    private void checkProfiles(Map<String, String> row, Pair pair) {
        ColumnProfile x = profile(pair.reference());
        ColumnProfile y = profile(pair.current());
        DriftScore student = score("student_t_test", x, y);
        check(row, "student", student.value());
        check(row, "student_p", student.pValue());
        DriftScore welch = score("welch_t_test", x, y);
        check(row, "welch", welch.value());
        check(row, "welch_p", welch.pValue());
        check(row, "welch_df", welch.details().get("degrees_of_freedom"));
        check(row, "mean_shift", score("mean_shift", x, y).value());
        check(row, "cohens_d", score("cohens_d", x, y).value());
        DriftScore variance = score("variance_ratio", x, y);
        check(row, "f_ratio", variance.details().get("ratio"));
        check(row, "f_p", variance.details().get("f_p_value"));
        checkExact(row, "levene", variance.details().get("brown_forsythe"));
        checkExact(row, "levene_p", variance.pValue());
        DriftScore quantiles = score("quantile_shift", x, y);
        for (String quantile : List.of("quantile_05", "median", "quantile_95")) {
            checkExact(row, quantile, quantiles.details().get(quantile));
        }
        DriftScore kolmogorov = score("ks_test", x, y);
        checkExact(row, "ks", kolmogorov.value());
        checkExact(row, "ks_p", kolmogorov.pValue());
        checkExact(row, "wasserstein", score("wasserstein_distance", x, y).value());
        checkSketch(row, "cvm_distance", score("cramer_von_mises_test", x, y).value());
        checkSketch(row, "mwu", score("mann_whitney_test", x, y).details().get("u"));
        checkSketch(row, "energy", score("energy_distance", x, y).value());
    }

    private void checkCounts(Map<String, String> row, Pair pair) {
        BinTable table = pair.counts(pair.index() % 3 == 0 ? 2 : 3 + pair.index() % 5);
        checkHomogeneity(row, table);
        check(row, "psi", new PopulationStabilityIndex().compare(table).value());
        check(row, "js", new JensenShannonDistance().compare(table).value());
        check(row, "kl", new KullbackLeiblerDivergence().compare(table).value());
        check(row, "hellinger", new HellingerDistance().compare(table).value());
        check(row, "tvd", new TotalVariationDistance().compare(table).value());
        check(row, "linf", new LInfinityDistance().compare(table).value());
        checkProportions(row, pair.counts(2));
    }

    private void checkTable(Map<String, String> row) {
        long[] was = counts(row.get("was"));
        List<String> labels =
                IntStream.range(0, was.length).mapToObj(Integer::toString).toList();
        BinTable table = BinTable.ofCounts(labels, was, counts(row.get("now")));
        checkHomogeneity(row, table);
        if (was.length == 2) {
            checkProportions(row, table);
        }
    }

    private static long[] counts(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }

    private void checkHomogeneity(Map<String, String> row, BinTable table) {
        DriftScore chiSquared = new ChiSquaredTest().compare(table);
        check(row, "chi2", chiSquared.value());
        check(row, "chi2_p", chiSquared.pValue());
        check(row, "grouped", chiSquared.details().get("grouped_statistic"));
        check(row, "grouped_p", chiSquared.details().get("grouped_p_value"));
        DriftScore likelihood = new GTest().compare(table);
        check(row, "g", likelihood.value());
        check(row, "g_p", likelihood.pValue());
        check(row, "cramers_v", new CramersV().compare(table).value());
    }

    private void checkProportions(Map<String, String> row, BinTable two) {
        DriftScore fisher = new FisherExactTest().compare(two);
        check(row, "fisher_odds", fisher.details().get("odds_ratio"));
        check(row, "fisher_p", fisher.pValue());
        DriftScore proportion = new ProportionZTest().compare(two);
        check(row, "z", proportion.value());
        check(row, "z_p", proportion.pValue());
    }

    /** What both sides computed agrees to rounding; where SciPy has a number, so have we, or a stated interval of p. */
    private void check(Map<String, String> row, String column, MetricValue value) {
        String text = row.get(column);
        if (text.isEmpty()) {
            return;
        }
        double expected = Double.parseDouble(text);
        compared.merge(column, 1, Integer::sum);
        if (!(value instanceof Known known)) {
            failures.add(name(row) + ", " + column + ": " + value + ", not " + expected);
            return;
        }
        double difference = difference(column, known.value(), expected);
        largest.merge(column, difference, Math::max);
        if (!(difference <= tolerance(column))) {
            failures.add(name(row) + ", " + column + ": " + known + ", not " + expected);
        }
    }

    private static String name(Map<String, String> row) {
        return row.containsKey("pair") ? "pair " + row.get("pair") : "table " + row.get("table");
    }

    private static double tolerance(String column) {
        return switch (column) {
            case "cvm_p" -> TRUNCATED_LAW;
            case "es", "es_p" -> INVERTED;
            default -> ROUNDING;
        };
    }

    /** Relative, absolute below 1; but small p-values keep their digits as far as they matter. */
    private static double difference(String column, double value, double expected) {
        double unit = column.endsWith("_p") && !column.equals("cvm_p")
                ? Math.max(1e-12, expected)
                : Math.max(1, Math.abs(expected));
        return Math.abs(value - expected) / unit;
    }

    /** As {@link #check}, where the profile still knows the values. */
    private void checkExact(Map<String, String> row, String column, MetricValue value) {
        boolean inexact = value instanceof Known known ? !known.exact() : value == null || isSketched(row);
        if (!inexact) {
            check(row, column, value);
        } else if (value instanceof Known) {
            checkSketch(row, column, value);
        }
    }

    private static boolean isSketched(Map<String, String> row) {
        return Math.max(Integer.parseInt(row.get("n")), Integer.parseInt(row.get("m"))) > 1024;
    }

    /** The interval from sketches holds the truth. */
    private void checkSketch(Map<String, String> row, String column, MetricValue value) {
        if (!(value instanceof Known known) || row.get(column).isEmpty()) {
            return;
        }
        double expected = Double.parseDouble(row.get(column));
        compared.merge(column, 1, Integer::sum);
        double slack = ROUNDING * Math.max(1, Math.abs(expected));
        if (!(known.lower() - slack <= expected && expected <= known.upper() + slack)) {
            failures.add(name(row) + ", " + column + ": " + known + " does not hold " + expected);
        }
    }

    private static void assertUnknown(Pair pair) {
        ColumnProfile x = profile(pair.reference());
        ColumnProfile y = profile(pair.current());
        for (DriftStatistic statistic : DriftStatistics.all()) {
            if (statistic instanceof ValueStatistic || statistic instanceof MomentStatistic) {
                assertThat(statistic.compare(x, y).value().number())
                        .as("%s of pair %s", statistic.name(), pair.index())
                        .isEmpty();
            }
        }
    }

    private static DriftScore score(String statistic, ColumnProfile x, ColumnProfile y) {
        return DriftStatistics.named(statistic).orElseThrow().compare(x, y);
    }

    private static ColumnProfile profile(double[] values) {
        return Profiles.column(Arrays.stream(values).boxed().toList(), Optional.empty());
    }

    private static List<Map<String, String>> truth(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(SciPyComparisonTest.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
            String[] names = reader.readLine().split(",", -1);
            return reader.lines()
                    .map(line -> {
                        String[] fields = line.split(",", -1);
                        Map<String, String> row = new HashMap<>();
                        IntStream.range(0, names.length).forEach(i -> row.put(names[i], fields[i]));
                        return row;
                    })
                    .toList();
        }
    }
}
