package io.lakewarden.report.text;

import static java.util.Map.entry;

import io.lakewarden.result.ColumnRole;
import java.util.Map;

/** What the report calls statistics, metrics and details. A name without an entry reads as it is, spaced. */
public final class Labels {
    private static final String INDEX = "population_stability_index";
    private static final Map<String, String> NAMES = Map.ofEntries(
            entry("js_distance", "Jensen–Shannon distance"),
            entry("hellinger_distance", "Hellinger distance"),
            entry("tv_distance", "Total variation distance"),
            entry("l_infinity_distance", "Largest difference of a bin (L∞)"),
            entry("kl_divergence", "Kullback–Leibler divergence"),
            entry("wasserstein_distance", "Wasserstein distance"),
            entry("wasserstein_normalized", "Wasserstein distance, in standard deviations"),
            entry("ks_test", "Kolmogorov–Smirnov statistic"),
            entry("ks_lower_bound", "Kolmogorov–Smirnov, lower bound from bins"),
            entry("chi_squared_test", "Chi-squared statistic"),
            entry("cramers_v", "Cramér’s V"),
            entry("percent_null_delta", "Change in the share of nulls"),
            entry("new_category_share", "Share of new categories"),
            entry("percent_non_finite_delta", "Change in the share of NaN and ±∞"),
            entry("out_of_range_share", "Share out of range"),
            entry("pvalue", "p-value"),
            entry("p_value", "p-value"),
            entry("num_nulls", "Nulls"),
            entry("percent_null", "Share of nulls"),
            entry("num_nan", "Not a number"),
            entry("num_positive_infinity", "+∞"),
            entry("num_negative_infinity", "−∞"),
            entry("num_zeros", "Zeros"),
            entry("num_negatives", "Negatives"),
            entry("min", "Minimum"),
            entry("max", "Maximum"),
            entry("avg", "Mean"),
            entry("stddev", "Standard deviation (sample)"),
            entry("stddev_pop", "Standard deviation (population)"),
            entry("kurtosis", "Excess kurtosis"),
            entry("quantile_01", "1% quantile"),
            entry("quantile_05", "5% quantile"),
            entry("quantile_10", "10% quantile"),
            entry("quantile_25", "25% quantile"),
            entry("quantile_75", "75% quantile"),
            entry("quantile_90", "90% quantile"),
            entry("quantile_95", "95% quantile"),
            entry("quantile_99", "99% quantile"),
            entry("integer_share", "Share of whole numbers"),
            entry("true_share", "Share of true"),
            entry("num_true", "True"),
            entry("num_false", "False"),
            entry("num_empty", "Empty"),
            entry("num_blanks", "Blank texts"),
            entry("num_email", "E-mail addresses"),
            entry("num_uuid", "UUIDs"),
            entry("num_date", "Dates"),
            entry("num_number", "Numbers"),
            entry("num_url", "URLs"),
            entry("num_ip", "IP addresses"),
            entry("distinct_count", "Distinct values"),
            entry("min_length", "Shortest text"),
            entry("avg_length", "Mean length"),
            entry("max_length", "Longest text"));

    private Labels() {}

    /** A drift statistic; the index is CSI on an input and PSI on what a model gives out or is to predict. */
    public static String statistic(String name, ColumnRole role) {
        return name.equals(INDEX) ? index(role) : name(name);
    }

    /** A metric of a profile, or a detail of a score. */
    public static String name(String name) {
        String known = NAMES.get(name);
        if (known != null || name.isEmpty()) {
            return known == null ? "(empty)" : known;
        }
        int first = name.codePointAt(0);
        String spaced = name.replace('_', ' ');
        return Text.of(Character.toString(Character.toUpperCase(first)) + spaced.substring(Character.charCount(first)))
                .shown();
    }

    private static String index(ColumnRole role) {
        return switch (role) {
            case PREDICTION, LABEL -> "PSI";
            case FEATURE, PROTECTED, ID, TIME -> "CSI";
        };
    }
}
