package io.lakewarden.benchmarks.drift;

import java.util.Set;

/**
 * The statistics by which other tools tell drift: the eighteen of Evidently, the methods of NannyML, Deepchecks, TensorFlow Data
 * Validation and Deequ for tables, alibi-detect's univariate tests, and the table of drift metrics of Databricks. Some tools also watch a
 * variance, a range or the list of categories, by fixed bounds and not as drift; those of our statistics that do so by a test are rivals of
 * their own.
 */
final class PeerStatistics {
    private static final Set<String> NAMES = Set.of(
            "anderson_darling_test",
            "chi_squared_test",
            "cramer_von_mises_test",
            "cramers_v",
            "energy_distance",
            "epps_singleton_test",
            "fisher_exact_test",
            "g_test",
            "hellinger_distance",
            "js_distance",
            "kl_divergence",
            "ks_test",
            "l_infinity_distance",
            "l_infinity_robust",
            "mann_whitney_test",
            "maximum_mean_discrepancy",
            "mean_shift",
            "percent_null_delta",
            "population_stability_index",
            "proportion_z_test",
            "student_t_test",
            "tv_distance",
            "wasserstein_distance",
            "wasserstein_normalized",
            "welch_t_test");

    private PeerStatistics() {}

    static boolean contains(String statistic) {
        return NAMES.contains(statistic);
    }
}
