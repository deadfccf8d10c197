package io.lakewarden.drift;

import io.lakewarden.drift.DriftPreset.Decision;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tells of what a preset decides: drift fails, for the packages know one degree of it. */
final class PresetCheck {
    /** Name of the finding about the share of drifted columns. */
    static final String DRIFTED_COLUMNS = "drifted_columns";

    private PresetCheck() {}

    static DriftCheck of(DriftPreset preset, Decision decision, String column, ColumnRole role) {
        Status status =
                decision.score() instanceof Unknown ? Status.SKIPPED : decision.isDrift() ? Status.FAIL : Status.PASS;
        Finding finding = Finding.of(
                DriftAnalysis.source(role),
                column,
                decision.statistic(),
                status,
                decision.score() instanceof Known known ? amount(known) : "unknown",
                decision.drifts().harmless(Figures.number(decision.limit())),
                sentence(preset, decision, DriftSentences.quoted(column)));
        return new DriftCheck(
                decision.statistic(),
                DriftScore.of(decision.score()),
                threshold(decision),
                MetricValue.unknown(preset.title() + " decides by this score alone"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                switch (status) {
                    case SKIPPED -> CheckReason.NOT_COMPUTED;
                    case FAIL -> CheckReason.BEYOND_LIMITS;
                    default -> CheckReason.WITHIN_LIMITS;
                },
                Optional.empty(),
                finding);
    }

    /** As the report draws it; a p-value has no magnitude to draw. */
    private static Threshold threshold(Decision decision) {
        return decision.drifts().isUpwards() && decision.limit() >= 0 && Double.isFinite(decision.limit())
                ? FixedThreshold.failingAt(decision.limit())
                : FixedThreshold.NONE;
    }

    private static String sentence(DriftPreset preset, Decision decision, String column) {
        if (!(decision.score() instanceof Known known)) {
            return column + " was not judged as " + preset.title() + " decides: "
                    + ((Unknown) decision.score()).reason() + ".";
        }
        return column + (decision.isDrift() ? " drifted" : " did not drift") + " as " + preset.title()
                + " decides: its " + decision.method() + " is " + amount(known) + ", no drift is "
                + decision.drifts().harmless(Figures.number(decision.limit())) + decision.origin() + "."
                + (known.exact()
                        ? ""
                        : " The profile keeps a sketch of so many different values, so that the score is approximate"
                                + (isClose(decision, known)
                                        ? " and lies too near to its limit to be sure of " + preset.title()
                                                + "'s own decision."
                                        : "."));
    }

    /** Whether the error of the sketches could turn the decision. */
    private static boolean isClose(Decision decision, Known known) {
        return decision.drifts().holds(known.lower(), decision.limit())
                != decision.drifts().holds(known.upper(), decision.limit());
    }

    private static String amount(Known known) {
        return (known.exact() ? "" : "about ") + Figures.number(known.value());
    }

    /** Whether the whole table drifted; none where the preset does not ask or no column was decided. */
    static Optional<Finding> ofTheTable(DriftPreset preset, List<ColumnDrift> columns) {
        List<Status> decided = columns.stream()
                .flatMap(column -> column.checks().stream())
                .filter(check -> preset.statistics().contains(check.statistic()))
                .map(check -> check.finding().status())
                .filter(status -> status != Status.SKIPPED)
                .toList();
        if (preset.tableShare().isEmpty() || decided.isEmpty()) {
            return Optional.empty();
        }
        long drifted = decided.stream().filter(Status.FAIL::equals).count();
        double share = (double) drifted / decided.size();
        double limit = preset.tableShare().getAsDouble();
        return Optional.of(Finding.of(
                DriftAnalysis.source(ColumnRole.FEATURE),
                Finding.TABLE,
                DRIFTED_COLUMNS,
                share >= limit ? Status.FAIL : Status.PASS,
                Figures.percent(share),
                "below " + Figures.percent(limit),
                String.format(
                        Locale.ROOT,
                        "The table %s as %s decides: %d of %d columns drifted (%s), no drift is below %s.",
                        share >= limit ? "drifted" : "did not drift",
                        preset.title(),
                        drifted,
                        decided.size(),
                        Figures.percent(share),
                        Figures.percent(limit))));
    }
}
