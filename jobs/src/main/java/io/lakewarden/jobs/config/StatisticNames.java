package io.lakewarden.jobs.config;

import java.util.List;

/** The statistics that a threshold can be set for. */
final class StatisticNames {
    static final List<String> ALL = List.of(
            "chi_squared_test",
            "cramers_v",
            "hellinger_distance",
            "js_distance",
            "kl_divergence",
            "ks_lower_bound",
            "ks_test",
            "l_infinity_distance",
            "new_category_share",
            "out_of_range_share",
            "percent_non_finite_delta",
            "percent_null_delta",
            "population_stability_index",
            "tv_distance",
            "wasserstein_distance",
            "wasserstein_normalized");

    private StatisticNames() {}
}
