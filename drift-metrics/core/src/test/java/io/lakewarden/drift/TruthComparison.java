package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakewarden.profile.CategoricalBinning;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.result.MetricValue.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Holds our numbers for two parts of a file against what SciPy computed for them, and keeps the largest difference. */
final class TruthComparison {
    private static final Smoothing FLOOR = Smoothing.floor(1e-4);

    private final TruthTable base;
    private final TruthTable production;
    private final List<String> missing;
    private double largestDifference;
    private int compared;

    TruthComparison(TruthTable base, TruthTable production, List<String> missing) {
        this.base = base;
        this.production = production;
        this.missing = missing;
    }

    /** The largest relative difference (absolute below 1) among statistics that are exact on both sides. */
    double largestDifference() {
        return largestDifference;
    }

    int compared() {
        return compared;
    }

    void check(JsonNode columns) {
        columns.fields().forEachRemaining(entry -> {
            String column = entry.getKey();
            JsonNode truth = entry.getValue();
            List<String> was = base.column(column, missing);
            List<String> is = production.column(column, missing);
            if (truth.get("type").asText().equals("numeric")) {
                checkNumbers(column, truth, numbers(was), numbers(is));
            } else {
                checkCategories(column, truth, was, is);
            }
        });
    }

    private void checkNumbers(String column, JsonNode truth, List<Double> was, List<Double> is) {
        JsonNode bins = truth.get("psi10");
        NumericBinning binning = NumericBinning.ofEdges(edges(bins.get("interior_edges"), present(was)));
        checkNulls(column, truth, Profiles.column(was, binning), Profiles.column(is, binning));
        ColumnProfile reference = Profiles.column(present(was), binning);
        ColumnProfile current = Profiles.column(present(is), binning);
        for (int bin = 0; bin < binning.size(); bin++) {
            assertThat(reference.bins().orElseThrow().count(bin))
                    .as("%s, bin %s of the reference", column, binning.label(bin))
                    .isEqualTo(bins.get("base_counts").get(bin).asLong());
            assertThat(current.bins().orElseThrow().count(bin))
                    .as("%s, bin %s of production", column, binning.label(bin))
                    .isEqualTo(bins.get("prod_counts").get(bin).asLong());
        }
        BinTable table = BinTable.of(reference, current).orElseThrow();
        checkDistances(column, bins, table);
        checkExact(column + " psi", bins.get("psi"), new PopulationStabilityIndex(FLOOR).compare(table));
        checkWithin(column + " ks", truth.get("ks").get("statistic"), score("ks_test", reference, current));
        checkWithin(
                column + " wasserstein", truth.get("wasserstein"), score("wasserstein_distance", reference, current));
        checkWithin(
                column + " wasserstein_norm",
                truth.get("wasserstein_norm"),
                score("wasserstein_normalized", reference, current));
        checkKsPValue(column, truth.get("ks"), score("ks_test", reference, current));
        assertThat(known(score("ks_lower_bound", reference, current)).value())
                .as("%s ks_lower_bound", column)
                .isLessThanOrEqualTo(truth.get("ks").get("statistic").asDouble() + 1e-12);
    }

    private void checkCategories(String column, JsonNode truth, List<String> was, List<String> is) {
        CategoricalBinning union = CategoricalBinning.of(
                List.copyOf(new TreeSet<>(Stream.concat(present(was).stream(), present(is).stream())
                        .toList())),
                List.of(),
                true);
        checkNulls(column, truth, Profiles.column(was, union), Profiles.column(is, union));
        ColumnProfile reference = Profiles.column(present(was), union);
        ColumnProfile current = Profiles.column(present(is), union);
        truth.path("counts").fields().forEachRemaining(category -> {
            int bin = union.indexOf(category.getKey());
            assertThat(reference.bins().orElseThrow().count(bin))
                    .as("%s = %s in the reference", column, category.getKey())
                    .isEqualTo(category.getValue().get(0).asLong());
            assertThat(current.bins().orElseThrow().count(bin))
                    .as("%s = %s in production", column, category.getKey())
                    .isEqualTo(category.getValue().get(1).asLong());
        });
        BinTable table = BinTable.of(reference, current).orElseThrow();
        checkDistances(column, truth, table);
        checkExact(column + " psi", truth.get("psi"), new PopulationStabilityIndex(FLOOR).compare(table));
        if (truth.has("chi2")) {
            checkTest(column, truth.get("chi2"), table);
        }
        if (truth.has("counts")) {
            checkNewCategories(column, truth, present(was), present(is));
        }
    }

    private void checkTest(String column, JsonNode truth, BinTable table) {
        DriftScore test = new ChiSquaredTest().compare(table);
        checkExact(column + " chi2", truth.get("statistic"), test);
        checkExact(column + " cramers_v", truth.get("cramers_v"), new CramersV().compare(table));
        if (!ContingencyTable.of(table).isSparse()) {
            checkExact(column + " p_value", truth.get("p_value"), DriftScore.of(test.pValue()));
        }
    }

    private void checkNewCategories(String column, JsonNode truth, List<String> was, List<String> is) {
        CategoricalBinning ofBase = CategoricalBinning.of(List.copyOf(new TreeSet<>(was)), List.of(), true);
        long expected = StreamSupport.stream(truth.get("new_categories").spliterator(), false)
                .mapToLong(category ->
                        truth.get("counts").get(category.asText()).get(1).asLong())
                .sum();
        assertThat(known(score("new_category_share", Profiles.column(was, ofBase), Profiles.column(is, ofBase)))
                        .value())
                .as("%s new_category_share", column)
                .isEqualTo((double) expected / is.size());
    }

    private void checkDistances(String column, JsonNode truth, BinTable table) {
        checkExact(column + " js", truth.get("js_distance"), new JensenShannonDistance().compare(table));
        checkExact(column + " hellinger", truth.get("hellinger"), new HellingerDistance().compare(table));
        checkExact(column + " linf", truth.get("linf"), new LInfinityDistance().compare(table));
        checkExact(column + " tvd", truth.get("tvd"), new TotalVariationDistance().compare(table));
        checkExact(column + " kl", truth.get("kl_prod_base"), new KullbackLeiblerDivergence(FLOOR).compare(table));
    }

    private void checkNulls(String column, JsonNode truth, ColumnProfile reference, ColumnProfile current) {
        JsonNode rate = truth.get("missing_rate");
        DriftScore score = score("percent_null_delta", reference, current);
        checkExact(column + " missing", rate.get("difference"), score);
        if (!rate.get("p_value").isNull()) {
            checkExact(column + " missing p_value", rate.get("p_value"), DriftScore.of(score.pValue()));
        }
    }

    private void checkExact(String what, JsonNode truth, DriftScore score) {
        double expected = truth.asDouble();
        Known known = known(score);
        double difference = Math.abs(known.value() - expected) / Math.max(Math.abs(expected), 1);
        largestDifference = Math.max(largestDifference, difference);
        compared++;
        assertThat(difference).as("%s: %s against %s", what, known, expected).isLessThan(1e-10);
    }

    /** Exact values agree to rounding; approximate ones state an interval that holds the truth. */
    private void checkWithin(String what, JsonNode truth, DriftScore score) {
        Known known = known(score);
        if (known.exact()) {
            checkExact(what, truth, score);
            return;
        }
        compared++;
        assertThat(truth.asDouble()).as("%s: %s", what, known).isBetween(known.lower() - 1e-9, known.upper() + 1e-9);
    }

    /**
     * SciPy takes the exact law up to 10,000 values and the one-sample law of the effective size above; ours is the
     * corrected limit. They agree to 1e-3, and in the far tail in the logarithm, up to a share of about D².
     */
    private static void checkKsPValue(String column, JsonNode truth, DriftScore score) {
        if (score.value() instanceof Known known && known.exact()) {
            double ours = score.pValue().number().orElseThrow();
            double expected = truth.get("p_asymp").asDouble();
            assertThat(ours).as("%s p_value", column).isCloseTo(expected, within(1e-3));
            if (expected > 1e-300 && expected < 0.01) {
                double tolerance = 0.01 + 0.3 * known.value() * known.value();
                assertThat(Math.log(ours) / Math.log(expected))
                        .as("%s logarithm of the p_value", column)
                        .isCloseTo(1, within(tolerance));
            }
        }
    }

    private static DriftScore score(String statistic, ColumnProfile reference, ColumnProfile current) {
        return DriftStatistics.named(statistic).orElseThrow().compare(reference, current);
    }

    private static Known known(DriftScore score) {
        assertThat(score.value()).isInstanceOf(Known.class);
        return (Known) score.value();
    }

    private static <T> List<T> present(List<T> values) {
        return values.stream().filter(Objects::nonNull).toList();
    }

    private static List<Double> numbers(List<String> cells) {
        List<Double> numbers = new ArrayList<>();
        cells.forEach(cell -> numbers.add(cell == null ? null : Double.valueOf(cell)));
        return numbers;
    }

    private static double[] edges(JsonNode array, List<Double> values) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(edge -> unrounded(edge.asDouble(), values))
                .toArray();
    }

    /** Edges are values of the reference, printed with 13 digits: the value meant is the one next to the print. */
    private static double unrounded(double edge, List<Double> values) {
        return values.stream()
                .filter(value -> Math.abs(value - edge) <= 1e-12 * Math.abs(edge))
                .max(Comparator.naturalOrder())
                .orElse(edge);
    }
}
