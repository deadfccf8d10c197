package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The columns of a lending portfolio, as full as real ones, moved as far as one asks. */
final class LendingColumns {
    private static final String INDEX = "population_stability_index";
    private static final int ROWS = 50_218;
    private static final int CURRENT = 8_412;
    private static final int WINDOWS = 14;

    /** The windows just before the last one, where they were not quiet. */
    private static final Map<String, List<Double>> BEFORE =
            Map.of("interest_rate", List.of(0.12, 0.14), "region", List.of(0.11, 0.28));

    private LendingColumns() {}

    static ReportColumn column(String name, ColumnKind kind, ColumnRole role, double shift) {
        return column(name, kind, role, shift, WINDOWS);
    }

    static ReportColumn column(String name, ColumnKind kind, ColumnRole role, double shift, int windows) {
        Random random = new Random(name.hashCode());
        boolean compared = role != ColumnRole.ID && role != ColumnRole.TIME && kind != ColumnKind.COLLECTION;
        double index = shift * shift * (0.9 + 0.2 * random.nextDouble());
        Status status = compared ? status(index) : Status.SKIPPED;
        List<ReportBin> bins = compared ? bins(kind, shift) : List.of();
        List<ReportScore> scores = compared ? scores(index, kind) : List.of();
        return new ReportColumn(
                name,
                switch (kind) {
                    case NUMERIC -> "double";
                    case BOOLEAN -> "boolean";
                    case TEMPORAL -> "timestamp";
                    case COLLECTION -> "array<struct<amount:double>>";
                    case CATEGORICAL, OPAQUE -> "string";
                },
                kind,
                role,
                status,
                Ranking.weight(scores),
                Optional.empty(),
                metrics(kind, shift),
                scores,
                compared ? Optional.of("numeric-v1-" + Integer.toHexString(name.hashCode())) : Optional.empty(),
                bins,
                kind == ColumnKind.NUMERIC ? Optional.of(histogram(shift)) : Optional.empty(),
                compared ? Optional.of(trend(name, random, index, false, windows)) : Optional.empty());
    }

    static ReportColumn seasonal(String name, double shift) {
        ReportColumn column = column(name, ColumnKind.NUMERIC, ColumnRole.FEATURE, shift);
        return new ReportColumn(
                column.name(),
                column.type(),
                column.kind(),
                column.role(),
                column.status(),
                column.rankWeight(),
                Optional.of("Each March of the reference differs from the whole of it by as much (CSI 0.41 to 0.52)."),
                column.metrics(),
                column.scores(),
                column.binningId(),
                column.bins(),
                column.histogram(),
                Optional.of(trend(name, new Random(3), 0.45, true, WINDOWS)));
    }

    static ReportColumn empty(String name) {
        MetricValue none = MetricValue.unknown("the column is empty");
        List<ReportScore> scores = List.of(
                new ReportScore(
                        INDEX,
                        MetricValue.exactly(8.91),
                        new TreeMap<>(),
                        OptionalDouble.of(0.1),
                        OptionalDouble.of(0.25),
                        Status.FAIL),
                new ReportScore(
                        "ks_test",
                        none,
                        new TreeMap<>(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Status.SKIPPED),
                new ReportScore(
                        "percent_null_delta",
                        MetricValue.exactly(0.98),
                        new TreeMap<>(),
                        OptionalDouble.of(0.02),
                        OptionalDouble.of(0.1),
                        Status.FAIL));
        return new ReportColumn(
                name,
                "int",
                ColumnKind.NUMERIC,
                ColumnRole.FEATURE,
                Status.FAIL,
                Ranking.weight(scores),
                Optional.empty(),
                List.of(
                        new ReportMetric("count", MetricValue.exactly(ROWS), MetricValue.exactly(CURRENT)),
                        new ReportMetric("percent_null", MetricValue.exactly(0.02), MetricValue.exactly(1)),
                        new ReportMetric("avg", MetricValue.exactly(612.25), none)),
                scores,
                Optional.of("numeric-v1-empty"),
                List.of(
                        ReportBin.of("≤ 600", BinGroup.VALUE, 24_000, 0, 0.478, 0, 4.1),
                        ReportBin.of("> 600", BinGroup.VALUE, 25_214, 0, 0.502, 0, 4.3),
                        ReportBin.of("missing", BinGroup.MISSING, 1_004, CURRENT, 0.02, 1, 3.8)),
                Optional.empty(),
                Optional.of(trend(name, new Random(5), 8.91, false, WINDOWS)));
    }

    private static Status status(double index) {
        return index >= 0.25 ? Status.FAIL : index >= 0.1 ? Status.WARN : Status.PASS;
    }

    private static List<ReportScore> scores(double index, ColumnKind kind) {
        List<ReportScore> scores = new ArrayList<>();
        scores.add(SampleReports.psi(index, status(index)));
        List<String> others = kind == ColumnKind.NUMERIC
                ? List.of(
                        "wasserstein_distance",
                        "wasserstein_normalized",
                        "ks_test",
                        "ks_lower_bound",
                        "out_of_range_share")
                : List.of("chi_squared_test", "cramers_v", "new_category_share");
        for (String name : others) {
            scores.add(unjudged(name, MetricValue.between(index / 2, index / 2.2, index / 1.8)));
        }
        for (String name :
                List.of("js_distance", "hellinger_distance", "tv_distance", "l_infinity_distance", "kl_divergence")) {
            scores.add(unjudged(name, MetricValue.exactly(index / 3)));
        }
        scores.add(new ReportScore(
                "percent_null_delta",
                MetricValue.exactly(0.0012),
                new TreeMap<>(),
                OptionalDouble.of(0.02),
                OptionalDouble.of(0.1),
                Status.PASS));
        return scores;
    }

    private static ReportScore unjudged(String name, MetricValue value) {
        TreeMap<String, MetricValue> details = new TreeMap<>();
        if (name.endsWith("_test")) {
            details.put("p_value", MetricValue.unknown("the sketch's error exceeds what a p-value needs"));
        }
        return new ReportScore(name, value, details, OptionalDouble.empty(), OptionalDouble.empty(), Status.SKIPPED);
    }

    private static List<ReportBin> bins(ColumnKind kind, double shift) {
        int values = kind == ColumnKind.BOOLEAN ? 2 : kind == ColumnKind.CATEGORICAL ? 26 : 10;
        double[] reference = shares(values, kind == ColumnKind.CATEGORICAL, 0);
        double[] current = shares(values, kind == ColumnKind.CATEGORICAL, shift);
        List<ReportBin> bins = new ArrayList<>();
        for (int bin = 0; bin < values; bin++) {
            bins.add(bin(label(kind, bin), BinGroup.VALUE, reference[bin] * 0.98, current[bin] * 0.97));
        }
        if (kind == ColumnKind.CATEGORICAL) {
            bins.add(bin("new", BinGroup.NEW, 0, shift > 0.4 ? 0.02 : 0));
        }
        bins.add(bin("null", BinGroup.MISSING, 0.02, shift > 0.4 ? 0.01 : 0.03));
        return bins;
    }

    private static ReportBin bin(String label, BinGroup group, double reference, double current) {
        double was = Math.max(reference, 1e-5);
        double is = Math.max(current, 1e-5);
        return ReportBin.of(
                label,
                group,
                Math.round(reference * ROWS),
                Math.round(current * CURRENT),
                reference,
                current,
                (is - was) * Math.log(is / was));
    }

    private static String label(ColumnKind kind, int bin) {
        return switch (kind) {
            case BOOLEAN -> bin == 0 ? "false" : "true";
            case CATEGORICAL -> "category " + (char) ('a' + bin);
            default -> "(" + (1000 + bin * 400) + ", " + (1400 + bin * 400) + "]";
        };
    }

    private static double[] shares(int values, boolean falling, double shift) {
        double[] weights = IntStream.range(0, values)
                .mapToDouble(
                        bin -> (falling ? Math.pow(0.8, bin) : 1) * Math.exp(shift * (bin - values / 2.0) / values * 2))
                .toArray();
        double sum = IntStream.range(0, values).mapToDouble(bin -> weights[bin]).sum();
        return IntStream.range(0, values).mapToDouble(bin -> weights[bin] / sum).toArray();
    }

    private static ReportHistogram histogram(double shift) {
        int bars = 30;
        List<Double> edges = IntStream.rangeClosed(0, bars)
                .mapToObj(edge -> 500.0 + edge * 200)
                .toList();
        return new ReportHistogram(
                edges,
                bell(bars, 0, 5),
                bell(bars, shift, 5.4),
                Optional.of("0.4% of the current values lie outside this picture."));
    }

    private static List<Double> bell(int bars, double shift, double spread) {
        double[] weights = IntStream.range(0, bars)
                .mapToDouble(bar -> {
                    double z = (bar - 12 - 5 * shift) / spread;
                    return Math.exp(-z * z / 2) + 0.15 * Math.exp(-(z - 1.8) * (z - 1.8));
                })
                .toArray();
        double sum = IntStream.range(0, bars).mapToDouble(bar -> weights[bar]).sum();
        return IntStream.range(0, bars).mapToObj(bar -> weights[bar] / sum).toList();
    }

    private static List<ReportMetric> metrics(ColumnKind kind, double shift) {
        List<ReportMetric> metrics = new ArrayList<>();
        metrics.add(new ReportMetric("count", MetricValue.exactly(ROWS), MetricValue.exactly(CURRENT)));
        metrics.add(new ReportMetric("num_nulls", MetricValue.exactly(1_004), MetricValue.exactly(252)));
        metrics.add(new ReportMetric("percent_null", MetricValue.exactly(0.02), MetricValue.exactly(0.03)));
        metrics.add(new ReportMetric(
                "distinct_count",
                MetricValue.between(31_400, 30_900, 31_900),
                MetricValue.between(7_900, 7_800, 8_020)));
        if (kind == ColumnKind.TEMPORAL) {
            metrics.add(
                    new ReportMetric("earliest", MetricValue.exactly(1.7040672e15), MetricValue.exactly(1.772323e15)));
        } else if (kind == ColumnKind.NUMERIC) {
            for (String name : List.of(
                    "num_nan", "num_zeros", "num_negatives", "min", "max", "avg", "stddev", "skewness", "kurtosis")) {
                metrics.add(new ReportMetric(
                        name, MetricValue.exactly(1234.567 / name.length()), MetricValue.exactly(1300.1 + shift)));
            }
            for (String name : List.of("quantile_05", "quantile_25", "median", "quantile_75", "quantile_95")) {
                metrics.add(new ReportMetric(
                        name, MetricValue.between(2500, 2480, 2521), MetricValue.between(2600, 2570, 2633)));
            }
        }
        return metrics;
    }

    private static ReportTrend trend(String name, Random random, double last, boolean season, int windows) {
        List<Double> before = BEFORE.getOrDefault(name, List.of());
        List<TrendPoint> points = new ArrayList<>();
        for (int month = 14 - windows; month < 14; month++) {
            LocalDate start = LocalDate.of(2025, 2, 1).plusMonths(month);
            double swing = season ? 0.25 + 0.22 * Math.sin((month - 10) * Math.PI / 6) : 0.02;
            double usual = Math.max(0, swing + 0.02 * random.nextGaussian());
            int back = month - 13 + before.size();
            double value = month == 13 ? last : back >= 0 ? before.get(back) : usual;
            points.add(new TrendPoint(
                    Window.between(start, start.plusMonths(1)),
                    month == 4 ? MetricValue.unknown("the window is empty") : MetricValue.exactly(value),
                    month == 4 ? Status.ERROR : status(value),
                    month < 3 ? "numeric-v1-old" : "numeric-v1-new"));
        }
        return new ReportTrend(INDEX, points);
    }
}
