package io.lakewarden.benchmarks.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everybody who reads the table, with what they compute of it, for those who read the figures. */
enum Competitor {
    OURS(
            2_048,
            "count, nulls, NaN and infinities, zeros, negatives, integers, min, max, sum, mean, stddev, skewness,"
                    + " kurtosis, all quantiles, distinct count, frequent values, text lengths, blanks and patterns",
            "moments up to rounding; rank 0.5 % (99 %); distinct 1.63 % (standard error), exact to 1,024;"
                    + " frequent values above 0.2 % guaranteed, with bounds"),
    OURS_BINS(2_048, "as ours, and exact counts in bins frozen from the same table", "as ours; bins exact"),
    OURS_SLICES(
            2_048,
            "as ours, and the same of each of twenty slices by one column, which together hold every row",
            "as ours, in every slice"),
    BARE_SCAN(
            2_048,
            "one sum for each column, of values or of lengths, over the batches of the vectorized reader",
            "exact; the least that reading every cell costs"),
    BARE_ROWS(2_048, "the same sums over Spark's rows", "exact; the least that reading every row costs"),
    SPARK_BUILTINS(
            4_096,
            "count, nulls, min, max, mean, stddev, skewness, kurtosis, nine quantiles (percentile_approx),"
                    + " distinct count (approx_count_distinct)",
            "moments up to rounding; rank 0.5 % (accuracy 200); distinct 1.6 % (standard error)"),
    SPARK_DEFAULTS(
            4_096,
            "as spark-builtins",
            "moments up to rounding; rank 0.01 % (accuracy 10000); distinct 5 % (standard error)"),
    DUCKDB(
            "duckdb",
            "SUMMARIZE: count, nulls, min, max, mean, stddev, three quartiles, distinct count",
            "moments up to rounding; quartiles by t-digest, no bound; distinct by HyperLogLog, no bound stated"),
    DEEQU(
            8_192,
            "completeness, distinct count, type of texts, histogram of up to 120 distinct values; of numbers min, max,"
                    + " mean, stddev, sum and 100 quantiles",
            "moments up to rounding; rank 1 % (percentile_approx); distinct 5 % (standard error)"),
    DEEQU_KLL(
            8_192,
            "as deequ, and a KLL sketch with 100 buckets of each number",
            "as deequ; KLL of size 2048 from a sketch without seed, no bound stated"),
    TFDV(
            "tfdv",
            "counts, missing, min, max, mean, stddev, zeros, median, two histograms, distinct count and top values of"
                    + " texts, text lengths",
            "moments up to rounding; quantiles 1 %; distinct and top values exact"),
    WHYLOGS(
            "whylogs",
            "counts, nulls, types, min, max, mean, stddev, quantiles, distinct count, frequent texts",
            "moments up to rounding; quantiles by KLL of 1,024, distinct by HLL of 2^12, no bound stated by it"),
    EVIDENTLY(
            "evidently",
            "DataSummaryPreset: counts, missing, min, max, mean, stddev, quartiles, distinct, most common, histogram",
            "exact, in memory"),
    YDATA_MINIMAL(
            "ydata",
            "ydata-profiling, minimal: counts, missing, distinct, moments, quantiles, histogram, common values",
            "exact, in memory"),
    YDATA(
            "ydata",
            "ydata-profiling, in full: as minimal, and correlations, interactions, text analysis, missing patterns",
            "exact, in memory");

    private final Optional<Integer> heapMib;
    private final Optional<String> environment;
    private final String statistics;
    private final String errors;

    Competitor(int heapMib, String statistics, String errors) {
        this.heapMib = Optional.of(heapMib);
        this.environment = Optional.empty();
        this.statistics = statistics;
        this.errors = errors;
    }

    Competitor(String environment, String statistics, String errors) {
        this.heapMib = Optional.empty();
        this.environment = Optional.of(environment);
        this.statistics = statistics;
        this.errors = errors;
    }

    /** The name in options, tables and files. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The heap of the Java process, of those that run on Spark. */
    Optional<Integer> heapMib() {
        return heapMib;
    }

    /** The virtual environment, of those that run on Python. */
    Optional<String> environment() {
        return environment;
    }

    /** What is computed. */
    String statistics() {
        return statistics;
    }

    /** How wrong it may be. */
    String errors() {
        return errors;
    }

    /**
     * The competitors named.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static List<Competitor> parse(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(",", -1))
                .map(String::trim)
                .map(Competitor::named)
                .distinct()
                .toList();
    }

    /**
     * The competitor of a name.
     *
     * @throws IllegalArgumentException with one sentence for people
     */
    static Competitor named(String id) {
        return Arrays.stream(values())
                .filter(competitor -> competitor.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no competitor is named '" + id + "'; expected "
                        + Arrays.stream(values()).map(Competitor::id).collect(Collectors.joining(", "))));
    }
}
