package io.lakewarden.drift;

import io.lakewarden.result.Figures;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words why a column is or is not flagged: each check with its limits, its test, its family and the season. */
public final class DriftExplanation {
    private final DriftPolicy policy;
    private final int tests;

    /**
     * Explains by what was judged.
     *
     * @param policy what was judged by
     * @param drift what came of it
     */
    public DriftExplanation(DriftPolicy policy, DatasetDrift drift) {
        this.policy = policy;
        this.tests = drift.tests();
    }

    /** The lines of one column: its verdict, two lines for each check, and what was measured but not judged. */
    public List<String> of(ColumnDrift column) {
        List<String> lines = new ArrayList<>();
        lines.add(DriftSentences.quoted(column.column()) + " is " + column.status() + whyNothing(column));
        for (DriftCheck check : column.checks()) {
            lines.add("  " + check.statistic() + ": " + check.finding().observed() + ", expected is "
                    + check.finding().expected() + ": " + check.finding().status());
            lines.add("    " + why(check, column));
        }
        String rest = measured(column);
        if (!rest.isEmpty()) {
            lines.add("  measured, not judged: " + rest);
        }
        return lines;
    }

    private String whyNothing(ColumnDrift column) {
        if (!column.checks().isEmpty()) {
            return "";
        }
        if (column.failure().isPresent()) {
            return ": " + column.failure().get().sentence();
        }
        return switch (column.role()) {
            case ID, TIME ->
                ": a column with the role " + column.role().name().toLowerCase(Locale.ROOT) + " is not compared";
            case FEATURE, LABEL, PREDICTION, PROTECTED ->
                column.status() == Status.ERROR
                        ? ": one side has fewer than " + policy.minimumRows() + " rows"
                        : ": the window does not have it, or no check of it is switched on";
        };
    }

    private String why(DriftCheck check, ColumnDrift column) {
        return switch (check.reason()) {
            case NOT_COMPUTED -> "not judged: " + ((Unknown) check.score().value()).reason();
            case TOO_FEW_VALUES -> "not judged: one side has fewer than " + policy.minimumRows() + " values";
            case TOO_FEW_CLUSTERS ->
                "not judged: " + ((Unknown) check.score().details().get(ColumnComparison.CLUSTERED_P_VALUE)).reason();
            case TOO_FEW_BLOCKS ->
                "beyond its limits, but not judged: most blocks of the reference have fewer than "
                        + policy.minimumRows() + " values of it";
            case WITHIN_LIMITS -> "within its limits; whether it is chance is not asked";
            case BY_CHANCE -> "beyond its limits, but so much happens by chance: " + test(check, column);
            case BY_CHANCE_AMONG_MANY ->
                "beyond its limits, and no chance for one column, but among " + columns() + " it is: "
                        + test(check, column);
            case WITHIN_BUDGET -> "beyond its limits, but within " + budgeted(check);
            case SEASON ->
                "beyond its limits and no chance: " + test(check, column) + "; but the reference itself moves as much"
                        + check.season()
                                .map(season -> ", up to " + Figures.number(season.largestBlock()) + " in "
                                        + season.largestBlockWindow())
                                .orElse("")
                        + ", so it warns at most";
            case BEYOND_LIMITS ->
                "beyond its limits, and "
                        + (check.calibrated().isPresent()
                                ? "beyond " + budgeted(check)
                                : "no chance: " + test(check, column));
        };
    }

    private String budgeted(DriftCheck check) {
        return Figures.number(check.calibrated().orElseThrow())
                + ", as far as the reference's own blocks move within the budget of "
                + policy.falseAlarms().orElseThrow() + " false alarms";
    }

    private String test(DriftCheck check, ColumnDrift column) {
        if (!(check.pValue() instanceof Known known)) {
            return "no test says, since " + ((Unknown) check.pValue()).reason() + ", so the effect alone decides";
        }
        String family =
                check.adjusted().isPresent() && policy.falseDiscovery().correction() != FalseDiscovery.Correction.NONE
                        ? "; adjusted to " + columns() + " "
                                + Figures.number(check.adjusted().getAsDouble()) + ", no chance up to "
                                + Figures.number(policy.falseDiscovery().rate())
                        : "";
        return "p = " + Figures.number(known.upper()) + clusters(check) + ", no chance up to "
                + Figures.number(ColumnComparison.significance(policy, column.scores(), check.score()))
                + family;
    }

    private static String clusters(DriftCheck check) {
        return check.score().details().get("effective_rows") instanceof Known rows
                ? " (rows that share keys count as " + Figures.number(rows.value()) + ")"
                : "";
    }

    private String columns() {
        return tests + (tests == 1 ? " column" : " columns");
    }

    private static String measured(ColumnDrift column) {
        Set<String> judged =
                column.checks().stream().map(DriftCheck::statistic).collect(Collectors.toCollection(TreeSet::new));
        return column.scores().entrySet().stream()
                .filter(score -> !judged.contains(score.getKey()))
                .filter(score -> score.getValue().value() instanceof Known)
                .map(score -> score.getKey() + " "
                        + Figures.number(((Known) score.getValue().value()).value()))
                .collect(Collectors.joining(", "));
    }
}
