package io.lakewarden.jobs.run;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.RowSelection;
import io.lakewarden.jobs.config.SkewConfig;
import io.lakewarden.report.DatasetInput;
import io.lakewarden.report.ReportSkew;
import io.lakewarden.report.ReportSkewColumn;
import io.lakewarden.report.ReportSkewRows;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.spark.skew.FeatureSkew;
import io.lakewarden.spark.skew.JoinedRows;
import io.lakewarden.spark.skew.RowSkew;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what another source tells of a window into what the report shows of it. */
final class ReportSkews {
    private final MonitorConfig config;
    private final ReportColumns maker;

    ReportSkews(MonitorConfig config, ReportColumns maker) {
        this.config = config;
        this.maker = maker;
    }

    ReportSkew of(SkewOutcome outcome) {
        SkewConfig skew = config.skew().orElseThrow();
        return new ReportSkew(
                input(skew.selection(), outcome),
                skew.key(),
                outcome.joined().map(RowSkew::rows).map(ReportSkews::rows),
                columns(outcome));
    }

    private DatasetInput input(RowSelection selection, SkewOutcome outcome) {
        return new DatasetInput(
                outcome.description(),
                selection.format().orElse(config.source().format()).name().toLowerCase(Locale.ROOT),
                Optional.of(outcome.snapshot()),
                outcome.there().rows(),
                "rows of the same window"
                        + selection
                                .where()
                                .map(predicate -> " where " + config.secrets().mask(predicate))
                                .orElse(""),
                Optional.empty());
    }

    private static ReportSkewRows rows(JoinedRows rows) {
        return new ReportSkewRows(
                rows.joined(),
                rows.onlyHere(),
                rows.onlyThere(),
                rows.repeatedHere(),
                rows.repeatedThere(),
                rows.keylessHere(),
                rows.keylessThere());
    }

    /** Columns that were judged, and those that only one side has. */
    private List<ReportSkewColumn> columns(SkewOutcome outcome) {
        Map<String, List<Finding>> findings =
                outcome.findings().stream().collect(Collectors.groupingBy(Finding::column));
        Map<String, FeatureSkew> features = outcome.joined().map(RowSkew::features).orElse(List.of()).stream()
                .collect(Collectors.toMap(FeatureSkew::column, Function.identity()));
        Map<String, ColumnDrift> drifts = outcome.drift().columns().stream()
                .collect(Collectors.toMap(
                        ColumnDrift::column, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        Set<String> names = new LinkedHashSet<>(drifts.keySet());
        names.addAll(findings.keySet());
        names.retainAll(findings.keySet());
        names.remove(Finding.TABLE);
        List<ReportSkewColumn> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(column(
                    name,
                    Optional.ofNullable(drifts.get(name)),
                    Optional.ofNullable(features.get(name)),
                    findings.getOrDefault(name, List.of())));
        }
        return columns;
    }

    private ReportSkewColumn column(
            String name, Optional<ColumnDrift> drift, Optional<FeatureSkew> feature, List<Finding> findings) {
        Optional<Finding> worst = findings.stream()
                .min(Comparator.comparing(Finding::status, ReportVerdict.WORST_FIRST)
                        .thenComparing(finding -> !finding.key().endsWith("/mismatch")));
        return new ReportSkewColumn(
                name,
                drift.map(ColumnDrift::role).orElse(ColumnRole.FEATURE),
                worst.map(Finding::status).orElse(Status.SKIPPED),
                feature.map(FeatureSkew::mismatchRate),
                feature.map(FeatureSkew::missingThereRate),
                feature.map(FeatureSkew::missingHereRate),
                drift.flatMap(maker::leading),
                worst.map(Finding::sentence));
    }
}
