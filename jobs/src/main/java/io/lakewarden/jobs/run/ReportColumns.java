package io.lakewarden.jobs.run;

import io.lakewarden.drift.Bin;
import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.drift.DriftStatistic;
import io.lakewarden.drift.DriftStatistics;
import io.lakewarden.drift.FixedThreshold;
import io.lakewarden.drift.PointsShift;
import io.lakewarden.drift.Scorecard;
import io.lakewarden.drift.SeasonNote;
import io.lakewarden.drift.Threshold;
import io.lakewarden.profile.BinCounts;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.report.BinGroup;
import io.lakewarden.report.Ranking;
import io.lakewarden.report.ReportBin;
import io.lakewarden.report.ReportColumn;
import io.lakewarden.report.ReportHistogram;
import io.lakewarden.report.ReportMetric;
import io.lakewarden.report.ReportScore;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns profiles and scores into what the report shows of each column. */
final class ReportColumns {
    private static final MetricValue NO_REFERENCE = MetricValue.unknown("there is nothing to compare with");
    private static final MetricValue NOT_THERE = MetricValue.unknown("the column is not there");
    private static final MetricValue NOT_THIS_KIND = MetricValue.unknown("not measured for this kind of column");

    private final DriftPolicy policy;
    private final Trends trends;
    private final Window window;

    ReportColumns(DriftPolicy policy, Trends trends, Window window) {
        this.policy = policy;
        this.trends = trends;
        this.window = window;
    }

    /** Every column of either side, in the order of the current table; those that are gone come last. */
    List<ReportColumn> of(Optional<DatasetProfile> reference, DatasetProfile current, Optional<DatasetDrift> drift) {
        Map<String, ColumnDrift> drifts = drift.map(DatasetDrift::columns).orElse(List.of()).stream()
                .collect(Collectors.toMap(ColumnDrift::column, column -> column, (a, b) -> a, LinkedHashMap::new));
        Set<String> names = new LinkedHashSet<>(current.columns().keySet());
        reference.ifPresent(profile -> names.addAll(profile.columns().keySet()));
        List<ReportColumn> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(column(
                    name,
                    reference.flatMap(profile -> profile.column(name)),
                    current.column(name),
                    Optional.ofNullable(drifts.get(name)),
                    reference.isPresent() ? NOT_THERE : NO_REFERENCE));
        }
        return columns;
    }

    private ReportColumn column(
            String name,
            Optional<ColumnProfile> reference,
            Optional<ColumnProfile> current,
            Optional<ColumnDrift> drift,
            MetricValue noReference) {
        ColumnProfile shown = current.or(() -> reference).orElseThrow();
        List<ReportScore> scores = drift.map(this::scores).orElse(List.of());
        return new ReportColumn(
                name,
                shown.type(),
                shown.kind(),
                policy.role(name),
                drift.map(ColumnDrift::status).orElse(Status.SKIPPED),
                Ranking.weight(scores),
                drift.flatMap(ColumnDrift::season)
                        .filter(SeasonNote::withinReference)
                        .map(SeasonSentence::of),
                metrics(reference, current, noReference),
                scores,
                shown.bins().map(BinCounts::binning).map(binning -> binning.id()),
                drift.flatMap(ColumnDrift::bins)
                        .map(table -> bins(table.bins(), policy.scorecard(name)))
                        .orElse(List.of()),
                histogram(reference, current),
                trends.of(name, window));
    }

    private static List<ReportMetric> metrics(
            Optional<ColumnProfile> reference, Optional<ColumnProfile> current, MetricValue noReference) {
        Map<String, MetricValue> was = reference.map(ColumnProfile::metrics).orElse(Map.of());
        Map<String, MetricValue> is = current.map(ColumnProfile::metrics).orElse(Map.of());
        Set<String> names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        return names.stream()
                .map(name -> new ReportMetric(
                        name,
                        was.getOrDefault(name, reference.isPresent() ? NOT_THIS_KIND : noReference),
                        is.getOrDefault(name, current.isPresent() ? NOT_THIS_KIND : NOT_THERE)))
                .toList();
    }

    /** The score that speaks for a column. */
    Optional<ReportScore> leading(ColumnDrift drift) {
        return Ranking.leading(scores(drift));
    }

    /** How far a column moved. */
    double weight(ColumnDrift drift) {
        return Ranking.weight(scores(drift));
    }

    /** The judged statistics first, then the main ones in the order of the registry. */
    private List<ReportScore> scores(ColumnDrift drift) {
        Map<String, Threshold> thresholds = thresholds(drift);
        Set<String> names = new LinkedHashSet<>(thresholds.keySet());
        DriftStatistics.of(drift.kind()).stream()
                .map(DriftStatistic::name)
                .filter(DriftStatistics::isAlwaysShown)
                .forEach(names::add);
        policy.scorecard(drift.column())
                .filter(Scorecard::hasPoints)
                .ifPresent(scorecard -> names.add(PointsShift.NAME));
        names.retainAll(drift.scores().keySet());
        return names.stream()
                .map(name -> score(drift, name, Optional.ofNullable(thresholds.get(name))))
                .toList();
    }

    /** Those that were judged by; where nothing was, those that would have been. */
    private Map<String, Threshold> thresholds(ColumnDrift drift) {
        if (drift.checks().isEmpty()) {
            return policy.thresholds(drift.column(), drift.kind());
        }
        Map<String, Threshold> judged = new LinkedHashMap<>();
        drift.checks().forEach(check -> judged.put(check.statistic(), check.threshold()));
        return judged;
    }

    private static ReportScore score(ColumnDrift drift, String name, Optional<Threshold> threshold) {
        DriftScore score = drift.scores().get(name);
        FixedThreshold limits = (FixedThreshold) threshold.orElse(FixedThreshold.NONE);
        return new ReportScore(
                name,
                score.value(),
                score.details(),
                limits.warn(),
                limits.fail(),
                threshold.isPresent() ? judged(drift, name) : Status.SKIPPED);
    }

    /** What the finding about this statistic says; a score alone does not tell, for a test stands beside it. */
    private static Status judged(ColumnDrift drift, String statistic) {
        return drift.findings().stream()
                .filter(finding -> finding.key().endsWith("/" + statistic))
                .map(finding -> finding.status())
                .findFirst()
                .orElse(Status.SKIPPED);
    }

    private static List<ReportBin> bins(List<Bin> bins, Optional<Scorecard> scorecard) {
        return bins.stream()
                .map(bin -> ReportBin.of(
                                bin.label(),
                                group(bin),
                                bin.reference(),
                                bin.current(),
                                bin.referenceShare(),
                                bin.currentShare(),
                                bin.psiContribution())
                        .worth(scorecard.map(card -> card.points(bin)).orElse(OptionalDouble.empty())))
                .toList();
    }

    private static BinGroup group(Bin bin) {
        return switch (bin.kind()) {
            case VALUE -> BinGroup.VALUE;
            case RARE, OTHER -> BinGroup.REST;
            case NEW -> BinGroup.NEW;
            case NULL -> BinGroup.MISSING;
            case NAN -> BinGroup.NAN;
            case POSITIVE_INFINITY, NEGATIVE_INFINITY -> BinGroup.INFINITE;
        };
    }

    private static Optional<ReportHistogram> histogram(
            Optional<ColumnProfile> reference, Optional<ColumnProfile> current) {
        return reference.isPresent()
                        && current.isPresent()
                        && reference.get() instanceof NumericProfile was
                        && current.get() instanceof NumericProfile is
                ? ReportHistograms.of(was, is)
                : Optional.empty();
    }
}
