package io.lakewarden.jobs.run;

import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.history.HistoryResult;
import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.store.Comparison;
import io.lakewarden.jobs.store.DriftType;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.report.ReportMultivariate;
import io.lakewarden.report.ReportOutliers;
import io.lakewarden.report.ReportVerdict;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What is to be thought of one window.
 *
 * @param profile the window's profile, with its slices
 * @param reference what it was held against, or is a part of; absent where there was nothing
 * @param comparisons drift against the reference, of all rows and of each slice, and against the window before
 * @param findings all that was judged of all rows
 * @param history numbers that were held against earlier windows; their findings are among the others
 * @param skew what another source's rows of the window tell; comparison and findings are among the others
 * @param multivariate how the columns go together, where that was looked at; its findings are among the others
 * @param outliers rows that are unlike the reference's; their findings are among the others
 * @param foundSlices slices that nobody named and that moved; absent where rows were not read to look for them
 */
record Judgement(
        SlicedProfile profile,
        Optional<SlicedProfile> reference,
        List<Comparison> comparisons,
        List<Finding> findings,
        List<HistoryResult> history,
        Optional<SkewOutcome> skew,
        Optional<ReportMultivariate> multivariate,
        Optional<ReportOutliers> outliers,
        Optional<SliceSearchOutcome> foundSlices) {
    Judgement {
        comparisons = List.copyOf(comparisons);
        findings = List.copyOf(findings);
        history = List.copyOf(history);
    }

    /** A judgement by what the window and its reference are alone. */
    Judgement(
            SlicedProfile profile,
            Optional<SlicedProfile> reference,
            List<Comparison> comparisons,
            List<Finding> findings) {
        this(
                profile,
                reference,
                comparisons,
                findings,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A window that was profiled and no more. */
    static Judgement none(SlicedProfile profile, List<Finding> notices) {
        return new Judgement(profile, Optional.empty(), List.of(), notices);
    }

    /** The same with more findings. */
    Judgement with(List<Finding> more) {
        return changed(parts -> parts.findings.addAll(more));
    }

    /** The same with what came of holding it against earlier windows, and the findings of that. */
    Judgement withHistory(List<HistoryResult> results, List<Finding> more) {
        return with(more).changed(parts -> parts.history = results);
    }

    /** The same with what another source's rows of the window tell, the findings of that among the others. */
    Judgement withSkew(SkewOutcome outcome) {
        return with(outcome.findings()).changed(parts -> {
            parts.comparisons.add(new Comparison(DriftType.SKEW, outcome.there(), profile.whole(), outcome.drift()));
            parts.skew = Optional.of(outcome);
        });
    }

    /** The same with other scores of the drift of all rows against the reference. */
    Judgement withDrift(UnaryOperator<DatasetDrift> change) {
        return withBaseline(comparison -> comparison.withDrift(change.apply(comparison.drift())));
    }

    /** The same with more numbers of all rows against the reference, of the table and by column. */
    Judgement withNumbers(Map<String, MetricValue> ofTable, Map<String, Map<String, MetricValue>> ofColumns) {
        return withBaseline(comparison -> comparison.withNumbers(ofTable, ofColumns));
    }

    private Judgement withBaseline(UnaryOperator<Comparison> change) {
        return changed(parts -> parts.comparisons.replaceAll(
                comparison -> isBaseline(comparison) ? change.apply(comparison) : comparison));
    }

    /** The same with how the columns go together, and the findings of that. */
    Judgement withMultivariate(Optional<ReportMultivariate> together, List<Finding> more) {
        return with(more).changed(parts -> parts.multivariate = together);
    }

    /** The same with rows that are unlike the reference's, and the findings of that. */
    Judgement withOutliers(Optional<ReportOutliers> found, List<Finding> more) {
        return with(more).changed(parts -> parts.outliers = found);
    }

    /** The same with slices that nobody named. */
    Judgement withFoundSlices(SliceSearchOutcome found) {
        return changed(parts -> parts.foundSlices = Optional.of(found));
    }

    private Judgement changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new Judgement(
                profile,
                reference,
                parts.comparisons,
                parts.findings,
                parts.history,
                parts.skew,
                parts.multivariate,
                parts.outliers,
                parts.foundSlices);
    }

    /** The drift of all rows against the reference. */
    Optional<DatasetDrift> drift() {
        return baseline().map(Comparison::drift);
    }

    /** What of the reference all rows were compared with. */
    Optional<DatasetProfile> compared() {
        return baseline().map(Comparison::reference);
    }

    private Optional<Comparison> baseline() {
        return comparisons.stream().filter(Judgement::isBaseline).findFirst();
    }

    private static boolean isBaseline(Comparison comparison) {
        return comparison.type() == DriftType.BASELINE && comparison.ofAllRows();
    }

    Status status() {
        return ReportVerdict.worst(findings.stream().map(Finding::status).toList());
    }

    ExitCode exitCode(FailOn failOn) {
        return ExitCode.of(profile.rows(), findings, failOn);
    }

    /** What comes to a judgement one after the other, open to change while it does. */
    private static final class Parts {
        private final List<Comparison> comparisons;
        private final List<Finding> findings;
        private List<HistoryResult> history;
        private Optional<SkewOutcome> skew;
        private Optional<ReportMultivariate> multivariate;
        private Optional<ReportOutliers> outliers;
        private Optional<SliceSearchOutcome> foundSlices;

        private Parts(Judgement judgement) {
            comparisons = new ArrayList<>(judgement.comparisons);
            findings = new ArrayList<>(judgement.findings);
            history = judgement.history;
            skew = judgement.skew;
            multivariate = judgement.multivariate;
            outliers = judgement.outliers;
            foundSlices = judgement.foundSlices;
        }
    }
}
