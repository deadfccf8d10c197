package io.lakewarden.jobs.run;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.jobs.store.Comparison;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.report.ReportMovedSlice;
import io.lakewarden.report.ReportSlice;
import io.lakewarden.report.ReportSliceColumn;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Turns slices and their comparisons into what the report shows of them. */
final class ReportSlices {
    /** Slices that are told as those that moved most. */
    private static final int MOST_MOVED = 10;

    /** Columns that are told one by one; there may be a thousand slices. */
    private static final int MOST_COLUMNS = 5;

    private static final MetricValue NO_REFERENCE = MetricValue.unknown("there is nothing to compare with");
    private static final Comparator<ReportSlice> BY_KEY_THEN_SIZE = Comparator.comparing(ReportSlice::key)
            .thenComparing(ReportSlice::holdsTheRest)
            .thenComparing(Comparator.comparingLong(ReportSlice::currentRows).reversed());

    private final Judgement judgement;
    private final Map<String, Status> statusOfAllRows;
    private final Comparator<ColumnDrift> worstFirst;
    private final ToDoubleFunction<ColumnDrift> weight;

    /**
     * The slices of one window.
     *
     * @param weight how far a column moved
     */
    ReportSlices(Judgement judgement, ToDoubleFunction<ColumnDrift> weight) {
        this.judgement = judgement;
        this.weight = weight;
        this.statusOfAllRows = judgement.drift().map(DatasetDrift::columns).orElse(List.of()).stream()
                .collect(Collectors.toMap(ColumnDrift::column, ColumnDrift::status, (a, b) -> a));
        this.worstFirst = Comparator.comparing(ColumnDrift::status, ReportVerdict.WORST_FIRST)
                .thenComparing(column -> ofAllRows(column).isAlert())
                .thenComparing(Comparator.comparingDouble(weight).reversed());
    }

    /** Every slice, in the order of the report; a rest that nothing is in on either side is no news. */
    List<ReportSlice> all() {
        Map<Slice, Comparison> comparisons = judgement.comparisons().stream()
                .filter(comparison -> !comparison.ofAllRows())
                .collect(Collectors.toMap(Comparison::slice, Function.identity()));
        return judgement.profile().slices().stream()
                .map(slice -> slice(slice, Optional.ofNullable(comparisons.get(slice.slice()))))
                .filter(slice -> !slice.holdsTheRest()
                        || slice.currentRows() > 0
                        || slice.referenceRows().orElse(0) > 0)
                .sorted(BY_KEY_THEN_SIZE)
                .toList();
    }

    /**
     * The slices that moved most, furthest first, each by the column of it that moved furthest: among those whose primary
     * check is beyond its limit and no accident in the family of all slices' columns.
     */
    List<ReportMovedSlice> furthest() {
        return judgement.comparisons().stream()
                .filter(comparison ->
                        !comparison.ofAllRows() && !comparison.slice().isRest())
                .flatMap(comparison -> comparison.drift().columns().stream()
                        .flatMap(column -> moved(comparison, column).stream())
                        .max(Comparator.comparingDouble(ReportMovedSlice::multiple))
                        .stream())
                .sorted(Comparator.comparingDouble(ReportMovedSlice::multiple)
                        .reversed()
                        .thenComparing(ReportMovedSlice::key)
                        .thenComparing(ReportMovedSlice::value))
                .limit(MOST_MOVED)
                .toList();
    }

    private Optional<ReportMovedSlice> moved(Comparison comparison, ColumnDrift column) {
        return column.checks().stream()
                .filter(check ->
                        check.adjusted().isPresent() && check.finding().status().isAlert())
                .findFirst()
                .map(check -> new ReportMovedSlice(
                        comparison.slice().key(),
                        comparison.slice().value(),
                        comparison.current().rows(),
                        column.column(),
                        column.role(),
                        check.statistic(),
                        check.score().value(),
                        weight.applyAsDouble(column),
                        check.adjusted().getAsDouble()));
    }

    private ReportSlice slice(DatasetProfile current, Optional<Comparison> comparison) {
        List<ColumnDrift> columns = comparison.map(it -> it.drift().columns()).orElse(List.of());
        List<ColumnDrift> moved = columns.stream()
                .filter(column -> column.status().isAlert())
                .sorted(worstFirst)
                .toList();
        Optional<DatasetProfile> reference = comparison.map(Comparison::reference);
        return new ReportSlice(
                current.slice().key(),
                current.slice().value(),
                reference.map(it -> OptionalLong.of(it.rows())).orElse(OptionalLong.empty()),
                current.rows(),
                reference
                        .map(it -> share(it, judgement.reference().orElseThrow()))
                        .orElse(NO_REFERENCE),
                share(current, judgement.profile()),
                ReportVerdict.worst(columns.stream().map(ColumnDrift::status).toList()),
                comparison.flatMap(ReportSlices::undecided),
                moved.stream().limit(MOST_COLUMNS).map(this::column).toList(),
                Math.max(0, moved.size() - MOST_COLUMNS));
    }

    /** Why the slice as a whole was not compared. */
    private static Optional<String> undecided(Comparison comparison) {
        return comparison.drift().findings().stream()
                .filter(finding -> finding.column().equals(Finding.TABLE) && finding.status() == Status.ERROR)
                .map(Finding::sentence)
                .findFirst();
    }

    private static MetricValue share(DatasetProfile slice, SlicedProfile all) {
        return all.rows() == 0
                ? MetricValue.unknown("there are no rows")
                : MetricValue.exactly((double) slice.rows() / all.rows());
    }

    private ReportSliceColumn column(ColumnDrift column) {
        return new ReportSliceColumn(
                column.column(),
                column.status(),
                ofAllRows(column),
                column.findings().stream()
                        .filter(finding -> finding.status() == column.status())
                        .map(Finding::sentence)
                        .findFirst()
                        .orElseThrow());
    }

    private Status ofAllRows(ColumnDrift column) {
        return statusOfAllRows.getOrDefault(column.column(), Status.SKIPPED);
    }
}
