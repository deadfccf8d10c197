package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Small documents for tests. */
final class SampleReports {
    static final Window MARCH = Window.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));

    private SampleReports() {}

    /** A document that holds every field and every form of a value once. */
    static ReportDocument small() {
        return document(List.of(income()), List.of(incomeFinding()), List.of(north(), rest()))
                .withHistory(List.of(rows()))
                .withOutliers(Optional.of(outliers()));
    }

    /** One row outside what the reference has seen, one of a column, one that is named. */
    static ReportOutliers outliers() {
        return new ReportOutliers(
                List.of(new ReportOutliers.Rate(
                        "out-of-support", Status.WARN, 12, 1_000, MetricValue.between(0.012, 0.007, 0.021), 0.0002)),
                List.of(new ReportOutliers.Column("income", "0 to 99000", 12, 3)),
                List.of(new ReportOutliers.Example(
                        "out-of-support",
                        List.of(new NamedText("id", "17")),
                        List.of(new ReportOutliers.Reason("income", "-200", "0 to 99000")))),
                List.of("comment"));
    }

    /** The rows of windows, of which one has no number, held against mean and deviation. */
    static ReportHistory rows() {
        return new ReportHistory(
                Optional.empty(),
                "rows",
                "batch_normal",
                List.of(new NamedText("lower", "3.0")),
                true,
                Status.WARN,
                OptionalDouble.of(7_900.5),
                OptionalDouble.empty(),
                List.of(
                        new ReportHistoryPoint(
                                Window.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)),
                                MetricValue.exactly(8_100)),
                        new ReportHistoryPoint(
                                Window.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)),
                                MetricValue.unknown("the window is empty")),
                        new ReportHistoryPoint(MARCH, MetricValue.between(7_000, 6_990, 7_020))),
                "The number of rows is 7000 (6990 to 7020); expected was at least 7900.");
    }

    static ReportDocument document(List<ReportColumn> columns, List<Finding> findings) {
        return document(columns, findings, List.of());
    }

    static ReportDocument document(List<ReportColumn> columns, List<Finding> findings, List<ReportSlice> slices) {
        return new ReportDocument(
                new ReportHeader(
                        "lending",
                        "Lending applications",
                        MARCH,
                        Optional.empty(),
                        "0194f1c2-run",
                        Instant.parse("2026-04-01T02:03:04Z"),
                        "1 month"),
                ReportVerdict.of(findings, columns),
                new ReportInputs(
                        new DatasetInput(
                                "lake/applications",
                                "delta",
                                Optional.of("version 12"),
                                8_412,
                                "application_time in 2026-03-01/2026-04-01",
                                Optional.empty()),
                        Optional.of(new DatasetInput(
                                "lake/applications",
                                "delta",
                                Optional.of("version 3"),
                                50_218,
                                "pinned: 2024-01-01/2024-07-01",
                                Optional.of(Instant.parse("2026-01-01T00:00:00Z")))),
                        Optional.empty()),
                findings,
                slices,
                columns,
                List.of(new NamedText("Smoothing", "pseudo-count of ½ on both sides")),
                List.of("A season tag marks movement that earlier years show at the same time of year."));
    }

    /** A report of many columns that drifted from not at all to far, with trends over so many windows. */
    static ReportDocument wide(int columns, int windows) {
        List<ReportColumn> wide = IntStream.range(0, columns)
                .mapToObj(place -> LendingColumns.column(
                        "feature_" + place,
                        place % 3 == 0 ? ColumnKind.CATEGORICAL : ColumnKind.NUMERIC,
                        ColumnRole.FEATURE,
                        place % 30 * 0.02,
                        windows))
                .toList();
        return document(wide, LendingReport.findings(wide));
    }

    static ReportSlice north() {
        return new ReportSlice(
                "region",
                "north",
                OptionalLong.of(30_000),
                8_400,
                MetricValue.exactly(0.5974),
                MetricValue.exactly(0.9986),
                Status.FAIL,
                Optional.empty(),
                List.of(
                        new ReportSliceColumn(
                                "income", Status.FAIL, Status.FAIL, "'income' moved by 0.4 standard deviations."),
                        new ReportSliceColumn(
                                "age", Status.WARN, Status.PASS, "'age' moved by 0.15 standard deviations.")),
                3);
    }

    static ReportSlice rest() {
        return new ReportSlice(
                "region",
                "(rest)",
                OptionalLong.empty(),
                12,
                MetricValue.unknown("there is nothing to compare with"),
                MetricValue.exactly(0.0014),
                Status.ERROR,
                Optional.of("Nothing was compared: the window has 12 rows and 30 are needed."),
                List.of(),
                0);
    }

    static Finding incomeFinding() {
        return Finding.of(
                "data-drift",
                "income",
                "population_stability_index",
                Status.FAIL,
                "0.31",
                "below 0.25",
                "income moved: CSI 0.31 is at or above 0.25.");
    }

    static ReportColumn income() {
        return new ReportColumn(
                "income",
                "double",
                ColumnKind.NUMERIC,
                ColumnRole.FEATURE,
                Status.FAIL,
                1.24,
                Optional.empty(),
                List.of(
                        new ReportMetric("mean", MetricValue.exactly(3120.5), MetricValue.exactly(3390.25)),
                        new ReportMetric(
                                "median", MetricValue.between(3000, 2990, 3011), MetricValue.unknown("no rows kept"))),
                List.of(psi(0.31, Status.FAIL)),
                Optional.of("numeric-v1-4f2a"),
                List.of(
                        ReportBin.of("≤ 3000", BinGroup.VALUE, 25_000, 3_000, 0.498, 0.357, 0.047),
                        ReportBin.of("> 3000", BinGroup.VALUE, 25_218, 5_412, 0.502, 0.643, 0.035),
                        ReportBin.of("missing", BinGroup.MISSING, 0, 0, 0, Double.NaN, 0)),
                Optional.of(new ReportHistogram(
                        List.of(0.0, 3000.0, 6000.0), List.of(0.498, 0.502), List.of(0.357, 0.643), Optional.empty())),
                Optional.of(new ReportTrend(
                        "population_stability_index",
                        List.of(
                                new TrendPoint(
                                        Window.between(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)),
                                        MetricValue.unknown("the window is empty"),
                                        Status.ERROR,
                                        "numeric-v1-4f2a"),
                                new TrendPoint(MARCH, MetricValue.exactly(0.31), Status.FAIL, "numeric-v1-4f2a")))));
    }

    static ReportScore psi(double value, Status status) {
        TreeMap<String, MetricValue> details = new TreeMap<>();
        details.put("bias_corrected", MetricValue.exactly(value - 0.01));
        return new ReportScore(
                "population_stability_index",
                MetricValue.exactly(value),
                details,
                OptionalDouble.of(0.1),
                OptionalDouble.of(0.25),
                status);
    }

    /** A characteristic of a scorecard: −2 + 3 + 2 points. */
    static ReportColumn scorecard() {
        return new ReportColumn(
                "purpose",
                "string",
                ColumnKind.CATEGORICAL,
                ColumnRole.FEATURE,
                Status.PASS,
                0,
                Optional.empty(),
                List.of(),
                List.of(new ReportScore(
                        "points_shift",
                        MetricValue.exactly(3),
                        new TreeMap<>(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Status.SKIPPED)),
                Optional.of("c1-4f2a"),
                List.of(
                        ReportBin.of("car", BinGroup.VALUE, 500, 300, 0.5, 0.3, 0.1)
                                .worth(OptionalDouble.of(10)),
                        ReportBin.of("home", BinGroup.VALUE, 300, 400, 0.3, 0.4, 0.03)
                                .worth(OptionalDouble.of(30)),
                        ReportBin.of("boat", BinGroup.REST, 200, 300, 0.2, 0.3, 0.04)
                                .worth(OptionalDouble.of(20))),
                Optional.empty(),
                Optional.empty());
    }

    /** A column with the least that a column needs. */
    static ReportColumn bare(String name, Status status) {
        return new ReportColumn(
                name,
                "string",
                ColumnKind.CATEGORICAL,
                ColumnRole.FEATURE,
                status,
                0,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
