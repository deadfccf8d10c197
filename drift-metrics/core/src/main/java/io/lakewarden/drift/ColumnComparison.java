package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Scores one column with every statistic of its kind and judges the checks that the policy names. */
final class ColumnComparison {
    /** From harmless to grave. */
    private static final List<Status> GRAVITY =
            List.of(Status.SKIPPED, Status.PASS, Status.WARN, Status.ERROR, Status.FAIL);

    private final ColumnProfile reference;
    private final ColumnProfile current;
    private final DriftPolicy policy;
    private final Season season;
    private final DriftSentences sentences;
    private final Optional<BinTable> bins;
    private final SortedMap<String, DriftScore> scores = new TreeMap<>();

    ColumnComparison(ColumnProfile reference, ColumnProfile current, DriftPolicy policy, Season season) {
        this.reference = reference;
        this.current = current;
        this.policy = policy;
        this.season = season;
        this.bins = BinTable.of(reference, current);
        this.sentences = new DriftSentences(reference, current, policy.role(reference.name()), bins);
    }

    ColumnDrift result() {
        for (DriftStatistic statistic : DriftStatistics.of(reference.kind())) {
            scores.put(statistic.name(), statistic.compare(reference, current));
        }
        List<Finding> findings = new ArrayList<>();
        Optional<SeasonNote> note = Optional.empty();
        for (Map.Entry<String, Threshold> check : checks().entrySet()) {
            String statistic = check.getKey();
            DriftScore score = scores.get(statistic);
            Status status = judge(statistic, score, check.getValue());
            boolean moved = status.isAlert() && isEffect(statistic);
            Optional<SeasonNote> ofCheck = moved ? season.note(reference, current, statistic) : Optional.empty();
            if (ofCheck.filter(SeasonNote::withinReference).isPresent()) {
                status = Status.WARN;
            }
            note = note.isPresent() ? note : ofCheck;
            findings.add(finding(statistic, score, check.getValue(), status, ofCheck));
        }
        return new ColumnDrift(
                reference.name(),
                reference.kind(),
                policy.role(reference.name()),
                findings.stream()
                        .map(Finding::status)
                        .max(Comparator.comparingInt(GRAVITY::indexOf))
                        .orElse(Status.SKIPPED),
                scores,
                bins,
                note,
                findings);
    }

    /** A constant reference has no deviation to measure in: what moved away from it is measured in shares instead. */
    private Map<String, Threshold> checks() {
        Map<String, Threshold> checks = new LinkedHashMap<>(policy.thresholds(reference.name(), reference.kind()));
        boolean constant = reference.kind() == ColumnKind.NUMERIC
                && bins.isPresent()
                && NormalizedWassersteinDistance.scale(reference).isEmpty();
        if (constant && checks.remove(DefaultThresholds.NUMERIC_EFFECT) != null) {
            checks.putIfAbsent(DefaultThresholds.SHARE_EFFECT, DefaultThresholds.SHARE_EFFECT_THRESHOLD);
        }
        return checks;
    }

    private static boolean isEffect(String statistic) {
        return statistic.equals(DefaultThresholds.NUMERIC_EFFECT) || statistic.equals(DefaultThresholds.SHARE_EFFECT);
    }

    private Status judge(String statistic, DriftScore score, Threshold threshold) {
        if (!(score.value() instanceof Known known)) {
            return Status.SKIPPED;
        }
        boolean nulls = statistic.equals(PercentNullDelta.NAME);
        if (!nulls && Math.min(reference.present(), current.present()) < policy.minimumRows()) {
            return Status.SKIPPED;
        }
        if (!isSignificant(score)) {
            return Status.PASS;
        }
        if (nulls && wentEmpty()) {
            return Status.FAIL;
        }
        Status status = threshold.evaluate(known);
        // fewer nulls than before are worth a look, not a stop
        return nulls && known.value() < 0 && status == Status.FAIL ? Status.WARN : status;
    }

    private boolean wentEmpty() {
        return current.present() == 0 && reference.present() > 0;
    }

    /** By the statistic's own test where it has one, otherwise by the χ² test over the bins. */
    private boolean isSignificant(DriftScore score) {
        MetricValue pValue = score.pValue();
        if (pValue instanceof Unknown && scores.containsKey(ChiSquaredTest.NAME)) {
            pValue = scores.get(ChiSquaredTest.NAME).pValue();
        }
        return !(pValue instanceof Known known) || known.upper() <= policy.significance();
    }

    private Finding finding(
            String statistic, DriftScore score, Threshold threshold, Status status, Optional<SeasonNote> note) {
        return Finding.of(
                DriftAnalysis.source(policy.role(reference.name())),
                reference.name(),
                statistic,
                status,
                sentences.observed(statistic, score, status),
                sentences.expected(statistic, threshold),
                status == Status.SKIPPED
                        ? sentences.skipped(statistic, score, policy.minimumRows())
                        : sentences.judged(statistic, score, threshold, status, note));
    }
}
