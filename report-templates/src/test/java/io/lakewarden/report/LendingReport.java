package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A report as full as a real one: a lending portfolio where several columns drifted, one only with the season. */
final class LendingReport {
    private static final String INDEX = "population_stability_index";
    private static final int ROWS = 50_218;
    private static final int CURRENT = 8_412;
    private static final int WINDOWS = 14;

    /** The windows just before the last one, where they were not quiet. */
    private static final Map<String, List<Double>> BEFORE =
            Map.of("interest_rate", List.of(0.12, 0.14), "region", List.of(0.11, 0.28));

    private LendingReport() {}

    static ReportDocument document() {
        List<ReportColumn> columns = List.of(
                column("application_id", ColumnKind.CATEGORICAL, ColumnRole.ID, 0),
                column("application_time", ColumnKind.TEMPORAL, ColumnRole.TIME, 0),
                column("income", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.9),
                column("loan_amount", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.1),
                column("debt_to_income", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.12),
                seasonal("applications_per_day", 0.7),
                column("employment_years", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.05),
                column("interest_rate", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.4),
                column("channel", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.5),
                column("purpose", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.1),
                column("region", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.08),
                column("co_applicant", ColumnKind.BOOLEAN, ColumnRole.FEATURE, 0.02),
                empty("credit_bureau_score"),
                column("address.country", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.03),
                column("address.`post.code`", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.03),
                column("previous_loans", ColumnKind.COLLECTION, ColumnRole.FEATURE, 0),
                column("gender", ColumnKind.CATEGORICAL, ColumnRole.PROTECTED, 0.02),
                column("age", ColumnKind.NUMERIC, ColumnRole.PROTECTED, 0.05),
                column("score", ColumnKind.NUMERIC, ColumnRole.PREDICTION, 0.35),
                column("decision", ColumnKind.BOOLEAN, ColumnRole.PREDICTION, 0.1),
                column("defaulted", ColumnKind.BOOLEAN, ColumnRole.LABEL, 0.05));
        return SampleReports.document(columns, findings(columns))
                .withHistory(histories())
                .withSkew(Optional.of(skew()))
                .withMultivariate(Optional.of(multivariate()))
                .withOutliers(Optional.of(SampleReports.outliers()));
    }

    /** Two columns that another source tells differently, one with rows that could not be compared, and one that agrees. */
    static ReportSkew skew() {
        return new ReportSkew(
                new DatasetInput(
                        "lake/served_features", "parquet", Optional.of("9 files"), 8_390, "all rows", Optional.empty()),
                List.of("application_id", "address.`post.code`"),
                Optional.of(new ReportSkewRows(8_200, 150, 148, 62, 40, 0, 2)),
                List.of(
                        skew("purpose", Status.PASS, Optional.of(MetricValue.between(0, 0, 0.0005)), Optional.empty()),
                        skew("channel", Status.WARN, Optional.empty(), Optional.of("'channel' has new categories.")),
                        skew(
                                "income",
                                Status.FAIL,
                                Optional.of(MetricValue.between(0.12, 0.113, 0.127)),
                                Optional.of("'income' differs in 984 of 8200 joined rows."))));
    }

    private static ReportSkewColumn skew(
            String name, Status status, Optional<MetricValue> mismatch, Optional<String> sentence) {
        return new ReportSkewColumn(
                name,
                ColumnRole.FEATURE,
                status,
                mismatch,
                mismatch.map(value -> MetricValue.exactly(0)),
                mismatch,
                Optional.of(new ReportScore(
                        "population_stability_index",
                        MetricValue.exactly(0.31),
                        new TreeMap<>(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        status)),
                sentence);
    }

    /** What a classifier, main directions and correlations say of the table. */
    static ReportMultivariate multivariate() {
        return new ReportMultivariate(
                10_000,
                50_218,
                8_412,
                8_412,
                Optional.of("customer_id"),
                Optional.of(new ReportMultivariate.Separation(
                        0.8312,
                        0.8214,
                        0.841,
                        0.508,
                        0.001,
                        999,
                        8_412,
                        List.of(
                                new ReportMultivariate.Feature("income", 0.61),
                                new ReportMultivariate.Feature("address.`post.code`", 0.25)))),
                Optional.of(new ReportMultivariate.Reconstruction(1.42, 1.1, 1.02, 1.18, 5, 6, 3)),
                List.of(new ReportMultivariate.Correlation(
                        "income", "loan_amount", 0.62, -0.11, 0.58, -0.09, 0.835, 2.1e-9)),
                15,
                List.of(new ReportMultivariate.TextSeparation(
                        "reason",
                        new ReportMultivariate.Separation(0.52, 0.49, 0.55, 0.53, 0.21, 999, 5_000, List.of()))),
                List.of(new ReportMultivariate.Association("purpose", "channel", 0.31, 0.04, 0.281, 0.0004)),
                3);
    }

    /** The rows of the table and a number of a column, one as expected and one not, and one with too little history. */
    static List<ReportHistory> histories() {
        return List.of(
                history(Optional.empty(), "rows", "holt_winters", Status.PASS, 8_412, OptionalDouble.of(8_300)),
                history(
                        Optional.of("income"),
                        "percent_null",
                        "relative_change",
                        Status.FAIL,
                        12,
                        OptionalDouble.empty()),
                new ReportHistory(
                        Optional.of("address.`post.code`"),
                        "distinct_count",
                        "online_normal",
                        List.of(new NamedText("upper", "3.0")),
                        true,
                        Status.SKIPPED,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of(new ReportHistoryPoint(SampleReports.MARCH, MetricValue.between(41, 40, 42))),
                        "distinct_count of 'address.`post.code`' was not held against its history: online_normal needs 10"
                                + " earlier windows of the same weekday, there are 0."));
    }

    private static ReportHistory history(
            Optional<String> column, String metric, String strategy, Status status, double value, OptionalDouble low) {
        List<ReportHistoryPoint> points = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            points.add(new ReportHistoryPoint(
                    Window.between(
                            LocalDate.of(2025, month, 1),
                            LocalDate.of(2025, month, 1).plusMonths(1)),
                    month == 5
                            ? MetricValue.unknown("the window is empty")
                            : MetricValue.exactly(value * (0.9 + month % 4 * 0.03))));
        }
        points.add(new ReportHistoryPoint(SampleReports.MARCH, MetricValue.exactly(value)));
        return new ReportHistory(
                column,
                metric,
                strategy,
                List.of(),
                false,
                status,
                low,
                OptionalDouble.of(status == Status.PASS ? 1.02 * value : 0.97 * value),
                points,
                metric + " is " + value + ", which was judged to be " + status + ".");
    }

    static List<Finding> findings(List<ReportColumn> columns) {
        List<Finding> findings = new ArrayList<>();
        for (ReportColumn column : columns) {
            if (column.status() == Status.SKIPPED) {
                continue;
            }
            ReportScore score = column.scores().get(0);
            String value =
                    String.format(Locale.ROOT, "%.3f", score.value().number().orElseThrow());
            findings.add(Finding.of(
                    column.role() == ColumnRole.PREDICTION ? "prediction-drift" : "data-drift",
                    column.name(),
                    score.name(),
                    column.status(),
                    value,
                    "below 0.25",
                    column.name() + (column.status().isAlert() ? " moved away from" : " is close to")
                            + " the reference: its index is " + value
                            + ", and it fails from 0.25."));
            column.scores().stream()
                    .skip(1)
                    .filter(other -> other.status().isAlert())
                    .map(other -> Finding.of(
                            "data-drift",
                            column.name(),
                            other.name(),
                            other.status(),
                            "100%",
                            "below 10 points",
                            column.name() + " is missing in all rows; it was missing in 2% of them."))
                    .forEach(findings::add);
        }
        findings.add(Finding.of(
                "schema", "utm_source", "column_added", Status.WARN, "string", "no column", "utm_source is new."));
        return findings;
    }

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

    private static ReportColumn empty(String name) {
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
