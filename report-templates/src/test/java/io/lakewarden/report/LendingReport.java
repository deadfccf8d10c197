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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A report as full as a real one: a lending portfolio where several columns drifted, one only with the season. */
final class LendingReport {
    private LendingReport() {}

    static ReportDocument document() {
        List<ReportColumn> columns = List.of(
                LendingColumns.column("application_id", ColumnKind.CATEGORICAL, ColumnRole.ID, 0),
                LendingColumns.column("application_time", ColumnKind.TEMPORAL, ColumnRole.TIME, 0),
                LendingColumns.column("income", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.9),
                LendingColumns.column("loan_amount", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.1),
                LendingColumns.column("debt_to_income", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.12),
                LendingColumns.seasonal("applications_per_day", 0.7),
                LendingColumns.column("employment_years", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.05),
                LendingColumns.column("interest_rate", ColumnKind.NUMERIC, ColumnRole.FEATURE, 0.4),
                LendingColumns.column("channel", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.5),
                LendingColumns.column("purpose", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.1),
                LendingColumns.column("region", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.08),
                LendingColumns.column("co_applicant", ColumnKind.BOOLEAN, ColumnRole.FEATURE, 0.02),
                LendingColumns.empty("credit_bureau_score"),
                LendingColumns.column("address.country", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.03),
                LendingColumns.column("address.`post.code`", ColumnKind.CATEGORICAL, ColumnRole.FEATURE, 0.03),
                LendingColumns.column("previous_loans", ColumnKind.COLLECTION, ColumnRole.FEATURE, 0),
                LendingColumns.column("gender", ColumnKind.CATEGORICAL, ColumnRole.PROTECTED, 0.02),
                LendingColumns.column("age", ColumnKind.NUMERIC, ColumnRole.PROTECTED, 0.05),
                LendingColumns.column("score", ColumnKind.NUMERIC, ColumnRole.PREDICTION, 0.35),
                LendingColumns.column("decision", ColumnKind.BOOLEAN, ColumnRole.PREDICTION, 0.1),
                LendingColumns.column("defaulted", ColumnKind.BOOLEAN, ColumnRole.LABEL, 0.05));
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
                List.of(new ReportMultivariate.Association("purpose", "channel", 0.31, 0.04, 0.281, 0)),
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
}
