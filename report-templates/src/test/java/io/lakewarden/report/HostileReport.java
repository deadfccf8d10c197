package io.lakewarden.report;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A report where every text that can come from data or configuration is one given text. */
final class HostileReport {
    private HostileReport() {}

    static ReportDocument document(String text, List<ReportColumn> columns, List<Finding> findings) {
        DatasetInput input = new DatasetInput(text, text, Optional.of(text), 1, text, Optional.of(Instant.EPOCH));
        ReportDocument document = new ReportDocument(
                new ReportHeader(text, text, SampleReports.MARCH, Optional.of(text), text, Instant.EPOCH, text),
                new ReportVerdict(Status.FAIL, text, new TreeMap<>()),
                new ReportInputs(input, Optional.of(input), Optional.of(text)),
                findings,
                List.of(slice(text)),
                columns,
                List.of(new NamedText(text, text)),
                List.of(text));
        return document.withHistory(List.of(history(text)))
                .withSkew(Optional.of(skew(text, input)))
                .withMovedSlices(List.of(new ReportMovedSlice(
                        text, text, 1, text, ColumnRole.FEATURE, text, MetricValue.exactly(1), 2, 0.5)))
                .withMultivariate(Optional.of(multivariate(text)))
                .withOutliers(Optional.of(outliers(text)))
                .withFoundSlices(
                        Optional.of(List.of(new ReportFoundSlice(text, 1, 2, Optional.of(text), 0.5, 1, 0.5, 0.01))));
    }

    private static ReportSkew skew(String text, DatasetInput input) {
        return new ReportSkew(
                input,
                List.of(text),
                Optional.of(new ReportSkewRows(1, 2, 3, 4, 5, 6, 7)),
                List.of(new ReportSkewColumn(
                        text,
                        ColumnRole.FEATURE,
                        Status.FAIL,
                        Optional.of(MetricValue.unknown(text.isBlank() ? "no reason" : text)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ReportScore(
                                text,
                                MetricValue.exactly(1),
                                new TreeMap<>(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Status.FAIL)),
                        Optional.of(text))));
    }

    private static ReportMultivariate multivariate(String text) {
        return new ReportMultivariate(
                1,
                2,
                1,
                2,
                Optional.of(text),
                Optional.of(new ReportMultivariate.Separation(
                        0.9, 0.8, 1, 0.6, 0.001, 999, 1, List.of(new ReportMultivariate.Feature(text, 1)))),
                Optional.empty(),
                List.of(new ReportMultivariate.Correlation(text, text, 0, 1, 0, 1, 1, 0)),
                1,
                List.of(new ReportMultivariate.TextSeparation(
                        text, new ReportMultivariate.Separation(0.9, 0.8, 1, 0.6, 0.001, 999, 1, List.of()))),
                List.of(new ReportMultivariate.Association(text, text, 0, 1, 1, 0)),
                1);
    }

    private static ReportOutliers outliers(String text) {
        return new ReportOutliers(
                List.of(new ReportOutliers.Rate(text, Status.WARN, 1, 2, MetricValue.between(0.5, 0.1, 0.9), 0.01)),
                List.of(new ReportOutliers.Column(text, text, 1, 0)),
                List.of(new ReportOutliers.Example(
                        text,
                        List.of(new NamedText(text, text)),
                        List.of(new ReportOutliers.Reason(text, text, text)))),
                List.of(text));
    }

    private static ReportHistory history(String text) {
        return new ReportHistory(
                Optional.of(text),
                text,
                text,
                List.of(new NamedText(text, text)),
                true,
                Status.FAIL,
                OptionalDouble.of(1),
                OptionalDouble.of(2),
                List.of(new ReportHistoryPoint(
                        SampleReports.MARCH, MetricValue.unknown(text.isBlank() ? "no reason" : text))),
                text);
    }

    private static ReportSlice slice(String text) {
        return new ReportSlice(
                text,
                text,
                OptionalLong.of(1),
                1,
                MetricValue.exactly(1),
                MetricValue.exactly(1),
                Status.FAIL,
                Optional.of(text),
                List.of(new ReportSliceColumn(text, Status.FAIL, Status.PASS, text)),
                1);
    }

    static ReportColumn column(String text) {
        String reason = text.isBlank() ? "no reason" : text;
        TreeMap<String, MetricValue> details = new TreeMap<>();
        details.put(text, MetricValue.unknown(reason));
        return new ReportColumn(
                text,
                text,
                ColumnKind.CATEGORICAL,
                ColumnRole.FEATURE,
                Status.FAIL,
                1,
                Optional.of(text),
                List.of(new ReportMetric(text, MetricValue.unknown(reason), MetricValue.unknown(reason))),
                List.of(new ReportScore(
                        text,
                        MetricValue.unknown(reason),
                        details,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Status.FAIL)),
                Optional.of(text),
                List.of(ReportBin.of(text, BinGroup.VALUE, 1, 1, 1, 1, 0)),
                Optional.empty(),
                Optional.of(new ReportTrend(
                        text,
                        List.of(new TrendPoint(
                                SampleReports.MARCH, MetricValue.unknown(reason), Status.ERROR, text)))));
    }
}
