package io.lakewarden.benchmarks.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.report.BinGroup;
import io.lakewarden.report.DatasetInput;
import io.lakewarden.report.NamedText;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportBin;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportHeader;
import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.ReportInputs;
import io.lakewarden.report.ReportMetric;
import io.lakewarden.report.ReportScore;
import io.lakewarden.report.ReportTrend;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.report.TrendPoint;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A report as full as the default settings make it, of a table of any width: two numeric columns, then one of texts, and
 * so on; one column in ten drifted. The same width gives the same document.
 */
final class GeneratedReport {
    private static final String INDEX = "population_stability_index";
    private static final long ROWS = 100_000;
    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final int MONTHS = 12;
    private static final int BARS = 30;

    private static final List<String> METRICS = List.of("count", "num_nulls", "percent_null", "distinct_count");
    private static final List<String> NUMERIC_METRICS = List.of(
            "num_nan",
            "num_zeros",
            "num_negatives",
            "min",
            "max",
            "avg",
            "stddev",
            "skewness",
            "kurtosis",
            "quantile_05",
            "quantile_25",
            "median",
            "quantile_75",
            "quantile_95");
    private static final List<String> SCORES =
            List.of("js_distance", "hellinger_distance", "tv_distance", "l_infinity_distance", "kl_divergence");
    private static final List<String> NUMERIC_SCORES = List.of(
            "wasserstein_distance", "wasserstein_normalized", "ks_test", "ks_lower_bound", "out_of_range_share");
    private static final List<String> TEXT_SCORES = List.of("chi_squared_test", "cramers_v", "new_category_share");

    private GeneratedReport() {}

    static ReportDocument document(int width) {
        List<ReportColumn> columns =
                IntStream.range(0, width).mapToObj(GeneratedReport::column).toList();
        List<Finding> findings = columns.stream().map(GeneratedReport::finding).toList();
        DatasetInput input = new DatasetInput(
                "lake/wide", "parquet", Optional.of("version 1"), ROWS, "every row", Optional.of(Instant.EPOCH));
        return new ReportDocument(
                new ReportHeader("wide", "wide", month(MONTHS - 1), Optional.empty(), "run", Instant.EPOCH, "1 month"),
                ReportVerdict.of(findings, columns),
                new ReportInputs(input, Optional.of(input), Optional.empty()),
                findings,
                List.of(),
                columns,
                List.of(new NamedText("Smoothing", "pseudo-count of ½ on both sides")),
                List.of());
    }

    private static ReportColumn column(int place) {
        Random random = new Random(place);
        boolean numeric = place % 3 != 2;
        double shift = place % 10 == 3 ? 0.6 : 0.1 * random.nextDouble();
        List<ReportBin> bins = bins(numeric, shift);
        double index = bins.stream()
                .mapToDouble(bin -> bin.psiContribution().number().orElse(0))
                .sum();
        List<ReportScore> scores = scores(numeric, index);
        return new ReportColumn(
                "feature_" + place,
                numeric ? "double" : "string",
                numeric ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL,
                ColumnRole.FEATURE,
                status(index),
                Ranking.weight(scores),
                Optional.empty(),
                metrics(numeric, random),
                scores,
                Optional.of("bins-" + Integer.toHexString(random.nextInt())),
                bins,
                numeric ? Optional.of(histogram(shift)) : Optional.empty(),
                Optional.of(trend(random, index)));
    }

    private static Finding finding(ReportColumn column) {
        double index = column.scores().get(0).value().number().orElseThrow();
        String value = String.format(Locale.ROOT, "%.3f", index);
        return Finding.of(
                "data-drift",
                column.name(),
                INDEX,
                column.status(),
                value,
                "below 0.25",
                "'" + column.name() + "' has an index of " + value + "; it fails from 0.25.");
    }

    private static Status status(double index) {
        return index >= 0.25 ? Status.FAIL : index >= 0.1 ? Status.WARN : Status.PASS;
    }

    private static List<ReportMetric> metrics(boolean numeric, Random random) {
        List<String> names = new ArrayList<>(METRICS);
        if (numeric) {
            names.addAll(NUMERIC_METRICS);
        }
        return names.stream()
                .map(name -> new ReportMetric(
                        name, around(1_000 * random.nextDouble()), around(1_000 * random.nextDouble())))
                .toList();
    }

    private static List<ReportScore> scores(boolean numeric, double index) {
        List<ReportScore> scores = new ArrayList<>();
        scores.add(new ReportScore(
                INDEX,
                MetricValue.exactly(index),
                new TreeMap<>(),
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.25),
                status(index)));
        List<String> others = new ArrayList<>(numeric ? NUMERIC_SCORES : TEXT_SCORES);
        others.addAll(SCORES);
        for (String name : others) {
            scores.add(new ReportScore(
                    name,
                    around(index / 2),
                    new TreeMap<>(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Status.SKIPPED));
        }
        return scores;
    }

    private static MetricValue around(double value) {
        return MetricValue.between(value, value * 0.98, value * 1.02);
    }

    private static List<ReportBin> bins(boolean numeric, double shift) {
        int values = numeric ? 10 : 20;
        double[] reference = shares(values, 0);
        double[] current = shares(values, shift);
        List<ReportBin> bins = new ArrayList<>();
        for (int bin = 0; bin < values; bin++) {
            bins.add(ReportBin.of(
                    numeric ? "(" + bin * 100 + ", " + (bin + 1) * 100 + "]" : "category " + bin,
                    BinGroup.VALUE,
                    Math.round(reference[bin] * ROWS),
                    Math.round(current[bin] * ROWS),
                    reference[bin],
                    current[bin],
                    (current[bin] - reference[bin]) * Math.log(current[bin] / reference[bin])));
        }
        bins.add(ReportBin.of("null", BinGroup.MISSING, 0, 0, 0, 0, 0));
        return bins;
    }

    /** Equal shares, tilted by a shift. */
    private static double[] shares(int count, double shift) {
        double[] weights = IntStream.range(0, count)
                .mapToDouble(place -> Math.exp(shift * (4.0 * place / count - 2)))
                .toArray();
        double sum =
                IntStream.range(0, count).mapToDouble(place -> weights[place]).sum();
        return IntStream.range(0, count)
                .mapToDouble(place -> weights[place] / sum)
                .toArray();
    }

    private static ReportHistogram histogram(double shift) {
        return new ReportHistogram(
                IntStream.rangeClosed(0, BARS).mapToObj(edge -> edge * 40.0).toList(),
                IntStream.range(0, BARS).mapToObj(bar -> shares(BARS, 0)[bar]).toList(),
                IntStream.range(0, BARS)
                        .mapToObj(bar -> shares(BARS, shift)[bar])
                        .toList(),
                Optional.empty());
    }

    private static ReportTrend trend(Random random, double last) {
        return new ReportTrend(
                INDEX,
                IntStream.range(0, MONTHS)
                        .mapToObj(month -> {
                            double value = month == MONTHS - 1 ? last : 0.05 * random.nextDouble();
                            return new TrendPoint(month(month), MetricValue.exactly(value), status(value), "bins");
                        })
                        .toList());
    }

    /** The months up to {@link #START}, counted from 0. */
    private static Window month(int number) {
        LocalDate start = START.plusMonths(number - MONTHS + 1);
        return Window.between(start, start.plusMonths(1));
    }
}
