package io.lakewarden.drift;

import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Scores one column with every statistic of its kind, and then judges the checks that the policy names. The two are
 * apart, since a check is judged among those of all columns.
 */
final class ColumnComparison {
    /** Name of the detail that holds the p-value adjusted to the family of tests. */
    static final String ADJUSTED_P_VALUE = "p_value_adjusted";

    /** Name of the detail that holds the p-value of rows that share keys. */
    static final String CLUSTERED_P_VALUE = "p_value_clustered";

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
    private final ColumnChecks checks;
    private final Optional<DriftPreset.Decision> decision;

    /**
     * Scores the column.
     *
     * @param clusters which of its rows are not independent; empty where all are taken to be
     */
    ColumnComparison(
            ColumnProfile reference,
            ColumnProfile current,
            DriftPolicy policy,
            Season season,
            Optional<ClusterTables> clusters) {
        this.reference = reference;
        this.current = current;
        this.policy = policy;
        this.season = season;
        this.bins = BinTable.of(reference, current);
        this.sentences = new DriftSentences(reference, current, policy, bins);
        // only here: columns wait for each other to be judged, and values are large
        Optional<ValueSides> values = reference instanceof NumericProfile was && current instanceof NumericProfile is
                ? Optional.of(ValueSides.of(was, is))
                : Optional.empty();
        for (DriftStatistic statistic : DriftStatistics.of(reference.kind())) {
            scores.put(statistic.name(), score(statistic, values));
        }
        this.decision = policy.preset(reference.name()).map(this::decide);
        decision.ifPresent(it -> scores.put(it.statistic(), DriftScore.of(it.score())));
        this.checks = ColumnChecks.of(reference, bins.isPresent(), policy);
        clusters.ifPresent(tables -> scores.replaceAll((name, score) -> clustered(name, score, tables)));
    }

    /** The score with the test that knows which rows share a key, beside the one that takes all for independent. */
    private DriftScore clustered(String statistic, DriftScore score, ClusterTables tables) {
        if (!(checks.thresholds().containsKey(statistic) || statistic.equals(ChiSquaredTest.NAME))
                || !(pValue(score) instanceof Known)) {
            return score;
        }
        ClusteredTest test = tables.test(statistic);
        return score.with(CLUSTERED_P_VALUE, test.pValue())
                .with("design_effect", test.designEffect())
                .with("effective_rows", test.effectiveRows());
    }

    private DriftPreset.Decision decide(DriftPreset preset) {
        return preset.decide(new DriftPreset.Subject(
                reference,
                current,
                season.blocks().stream()
                        .flatMap(block -> block.column(reference.name()).stream())
                        .toList(),
                statistic -> policy.limit(reference.name(), statistic)));
    }

    ColumnProfile column() {
        return reference;
    }

    /** With what p-value the column takes part in the family of tests; empty where its primary check has none. */
    OptionalDouble pValue() {
        return checks.primary()
                                .filter(statistic -> whyNotJudged(statistic, scores.get(statistic))
                                        .isEmpty())
                                .map(statistic -> pValue(scores.get(statistic)))
                                .orElseGet(() -> MetricValue.unknown("there is no primary check"))
                        instanceof Known known
                ? OptionalDouble.of(known.upper())
                : OptionalDouble.empty();
    }

    /** Whether the column would alarm, had its simulated p-value not the smallest size that it could take. */
    boolean isBlurred() {
        return checks.primary()
                        .filter(statistic -> checks.thresholds()
                                        .get(statistic)
                                        .evaluate(scores.get(statistic).value())
                                        .isAlert()
                                && !(scores.get(statistic).pValue() instanceof Known))
                        .isPresent()
                && pValue().orElse(1) == SimulatedNull.SMALLEST
                && table().filter(ContingencyTable::isSparse).isPresent();
    }

    /** Simulates the null distribution again, with as many draws as a p-value of that size needs. */
    void sharpen(double pValue) {
        ContingencyTable table = table().orElseThrow();
        scores.computeIfPresent(
                ChiSquaredTest.NAME,
                (name, score) ->
                        score.with(DriftScore.P_VALUE, MetricValue.exactly(new SimulatedNull(table).pValue(pValue))));
    }

    /** The primary effect in the blocks and in the window; none where it has no such. */
    Optional<BlockEffects> effects(List<DatasetProfile> blocks) {
        return checks.effect()
                .map(statistic ->
                        BlockEffects.of(reference, Optional.of(current), blocks, statistic, policy.minimumRows()));
    }

    private Optional<ContingencyTable> table() {
        return bins.map(BinTable::withoutNulls).map(ContingencyTable::of);
    }

    /**
     * Judges the checks.
     *
     * @param adjusted the adjusted p-value of the primary check; empty where it takes no part in the family
     * @param calibration what the reference's blocks show of chance, where that was asked for
     */
    ColumnDrift judge(OptionalDouble adjusted, Optional<Calibration> calibration) {
        checks.primary()
                .filter(statistic -> adjusted.isPresent())
                .ifPresent(statistic -> scores.computeIfPresent(
                        statistic,
                        (name, score) -> score.with(ADJUSTED_P_VALUE, MetricValue.exactly(adjusted.getAsDouble()))));
        List<DriftCheck> judged = new ArrayList<>();
        decision.ifPresent(it -> judged.add(
                PresetCheck.of(policy.preset().orElseThrow(), it, reference.name(), policy.role(reference.name()))));
        checks.thresholds()
                .forEach((statistic, threshold) -> judged.add(
                        checks.primary().filter(statistic::equals).isPresent()
                                ? check(statistic, threshold, adjusted, calibration)
                                : check(statistic, threshold, OptionalDouble.empty(), Optional.empty())));
        return new ColumnDrift(
                reference.name(),
                reference.kind(),
                policy.role(reference.name()),
                status(judged),
                scores,
                bins,
                judged.stream().flatMap(check -> check.season().stream()).findFirst(),
                judged);
    }

    /** The gravest one of the checks; a column of which chance is not known has not passed. */
    private static Status status(List<DriftCheck> judged) {
        Status gravest = judged.stream()
                .map(check -> check.finding().status())
                .max(Comparator.comparingInt(GRAVITY::indexOf))
                .orElse(Status.SKIPPED);
        return gravest == Status.PASS && judged.stream().anyMatch(check -> check.reason() == CheckReason.TOO_FEW_BLOCKS)
                ? Status.SKIPPED
                : gravest;
    }

    private DriftScore score(DriftStatistic statistic, Optional<ValueSides> values) {
        if (statistic instanceof PointsShift shift) {
            return bins.flatMap(table -> policy.scorecard(reference.name()).map(card -> shift.compare(table, card)))
                    .orElseGet(() -> statistic.compare(reference, current));
        }
        return statistic instanceof ValueStatistic ofValues && values.isPresent()
                ? ofValues.compare(values.get())
                : statistic.compare(reference, current);
    }

    private DriftCheck check(
            String statistic, Threshold threshold, OptionalDouble adjusted, Optional<Calibration> calibration) {
        DriftScore score = scores.get(statistic);
        OptionalDouble calibrated = calibration.map(it -> it.limit(this)).orElse(OptionalDouble.empty());
        CheckReason reason = reason(statistic, score, threshold, adjusted, calibration);
        boolean asksForTheSeason =
                reason == CheckReason.BEYOND_LIMITS && ColumnChecks.isEffect(statistic) && calibrated.isEmpty();
        Optional<SeasonNote> note = asksForTheSeason ? season.note(reference, current, statistic) : Optional.empty();
        if (note.filter(SeasonNote::withinReference).isPresent()) {
            reason = CheckReason.SEASON;
        }
        Status status = status(statistic, score, threshold, reason);
        Finding finding = Finding.of(
                DriftAnalysis.source(policy.role(reference.name())),
                reference.name(),
                statistic,
                status,
                sentences.observed(statistic, score, status),
                sentences.expected(statistic, threshold),
                sentences.judged(statistic, score, threshold, status, reason, calibrated, note));
        return new DriftCheck(statistic, score, threshold, pValue(score), adjusted, calibrated, reason, note, finding);
    }

    private CheckReason reason(
            String statistic,
            DriftScore score,
            Threshold threshold,
            OptionalDouble adjusted,
            Optional<Calibration> calibration) {
        Optional<CheckReason> notJudged = whyNotJudged(statistic, score);
        if (notJudged.isPresent()) {
            return notJudged.get();
        }
        if (!(isNulls(statistic) && wentEmpty())
                && !threshold.evaluate(score.value()).isAlert()) {
            return CheckReason.WITHIN_LIMITS;
        }
        if (pValue(score) instanceof Known known && known.upper() > significance(policy, scores, score)) {
            return CheckReason.BY_CHANCE;
        }
        if (calibration.filter(it -> it.isLeftOut(this)).isPresent()) {
            return CheckReason.TOO_FEW_BLOCKS;
        }
        if (calibration.filter(it -> it.limit(this).isPresent()).isPresent()) {
            return calibration.get().isWithin(this) ? CheckReason.WITHIN_BUDGET : CheckReason.BEYOND_LIMITS;
        }
        return adjusted.isPresent() && !policy.falseDiscovery().allows(adjusted.getAsDouble())
                ? CheckReason.BY_CHANCE_AMONG_MANY
                : CheckReason.BEYOND_LIMITS;
    }

    private Optional<CheckReason> whyNotJudged(String statistic, DriftScore score) {
        if (score.value() instanceof Unknown) {
            return Optional.of(CheckReason.NOT_COMPUTED);
        }
        if (!isNulls(statistic) && Math.min(reference.present(), current.present()) < policy.minimumRows()) {
            return Optional.of(CheckReason.TOO_FEW_VALUES);
        }
        // what is missing everywhere is missing whatever the keys
        return score.details().get(CLUSTERED_P_VALUE) instanceof Unknown && !(isNulls(statistic) && wentEmpty())
                ? Optional.of(CheckReason.TOO_FEW_CLUSTERS)
                : Optional.empty();
    }

    private Status status(String statistic, DriftScore score, Threshold threshold, CheckReason reason) {
        return switch (reason) {
            case NOT_COMPUTED, TOO_FEW_VALUES, TOO_FEW_CLUSTERS, TOO_FEW_BLOCKS -> Status.SKIPPED;
            case WITHIN_LIMITS, BY_CHANCE, BY_CHANCE_AMONG_MANY, WITHIN_BUDGET -> Status.PASS;
            case SEASON -> Status.WARN;
            case BEYOND_LIMITS -> {
                if (isNulls(statistic) && wentEmpty()) {
                    yield Status.FAIL;
                }
                Known known = (Known) score.value();
                Status status = threshold.evaluate(known);
                // fewer nulls than before are worth a look, not a stop
                yield isNulls(statistic) && known.value() < 0 && status == Status.FAIL ? Status.WARN : status;
            }
        };
    }

    private boolean wentEmpty() {
        return current.present() == 0 && reference.present() > 0;
    }

    private static boolean isNulls(String statistic) {
        return statistic.equals(PercentNullDelta.NAME);
    }

    /**
     * The largest p-value that is no accident: the policy's, less {@link CombinedTest#ALLOWANCE} where that test stands in. The
     * allowance is for rows that depend on each other, and a test that knows which do needs none.
     */
    static double significance(DriftPolicy policy, Map<String, DriftScore> scores, DriftScore score) {
        boolean standsIn = score.pValue() instanceof Unknown
                && scores.containsKey(CombinedTest.NAME)
                && scores.get(CombinedTest.NAME).pValue() instanceof Known combined
                && !(score.details().get(CLUSTERED_P_VALUE) instanceof Known clustered
                        && clustered.upper() >= combined.upper());
        return standsIn ? policy.significance() / CombinedTest.ALLOWANCE : policy.significance();
    }

    /**
     * By the statistic's own test where it has one, otherwise by the test of the whole column: see {@link #test()}; of rows that
     * share keys the larger one of that and of the test that knows them: such rows are never surer than independent ones.
     */
    private MetricValue pValue(DriftScore score) {
        MetricValue own = score.pValue();
        MetricValue independent = own instanceof Unknown ? test().orElse(own) : own;
        MetricValue clustered = score.details().getOrDefault(CLUSTERED_P_VALUE, independent);
        return clustered instanceof Known shared && independent instanceof Known known && known.upper() > shared.upper()
                ? independent
                : clustered;
    }

    /** The combined test where the column has it, otherwise the χ² test over the bins. */
    private Optional<MetricValue> test() {
        return Stream.of(CombinedTest.NAME, ChiSquaredTest.NAME)
                .filter(name -> scores.containsKey(name))
                .map(name -> scores.get(name).pValue())
                .reduce((combined, chiSquared) -> combined instanceof Known ? combined : chiSquared);
    }
}
