package io.lakewarden.drift;

import io.lakewarden.drift.SeasonNote.SamePhase;
import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.CollectionProfile;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Figures;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Status;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says in one sentence what was found in one column. */
final class DriftSentences {
    private final ColumnProfile reference;
    private final ColumnProfile current;
    private final DriftPolicy policy;
    private final Optional<BinTable> bins;

    DriftSentences(ColumnProfile reference, ColumnProfile current, DriftPolicy policy, Optional<BinTable> bins) {
        this.reference = reference;
        this.current = current;
        this.policy = policy;
        this.bins = bins;
    }

    static String quoted(String column) {
        return "'" + column + "'";
    }

    /** The value judged, for people. */
    String observed(String statistic, DriftScore score, Status status) {
        return score.value() instanceof Known known ? amount(statistic, known, status) : "unknown";
    }

    /** The bounds judged by, for people. */
    String expected(String statistic, Threshold threshold) {
        return threshold.expectation(value -> isDelta(statistic) ? Figures.points(value) : amount(statistic, value));
    }

    /** What was found, and why it is thought of as it is. */
    String judged(
            String statistic,
            DriftScore score,
            Threshold threshold,
            Status status,
            CheckReason reason,
            OptionalDouble calibrated,
            Optional<SeasonNote> note) {
        if (!(score.value() instanceof Known known)) {
            return notJudged(statistic, ((Unknown) score.value()).reason());
        }
        String held = "; expected is " + expected(statistic, threshold);
        String fact = quoted(reference.name()) + " " + fact(statistic, score, known, status);
        return switch (reason) {
            case NOT_COMPUTED, TOO_FEW_VALUES ->
                notJudged(statistic, "one side has fewer than " + policy.minimumRows() + " values");
            case TOO_FEW_CLUSTERS -> notJudged(statistic, "its rows share too few keys, or none that are known");
            case TOO_FEW_BLOCKS ->
                fact + held + ", but is not judged: most blocks of the reference have fewer than "
                        + policy.minimumRows() + " values of it to tell how far it moves by chance.";
            case WITHIN_LIMITS -> fact + held + ".";
            case BY_CHANCE ->
                fact + held + ", but so much happens by chance in "
                        + (score.details().containsKey(ColumnComparison.CLUSTERED_P_VALUE)
                                ? "rows that share so few keys."
                                : "so few rows.");
            case BY_CHANCE_AMONG_MANY ->
                fact + held + ", but so much happens by chance in one of so many columns with so few rows.";
            case WITHIN_BUDGET ->
                fact + held
                        + ", but blocks of the reference itself move so far within the budget of false alarms, up to "
                        + amount(statistic, calibrated.orElseThrow()) + ".";
            case SEASON, BEYOND_LIMITS ->
                fact + moved(statistic) + held + "." + budget(statistic, calibrated)
                        + note.map(season -> season(season, threshold)).orElse("");
        };
    }

    private static String budget(String statistic, OptionalDouble calibrated) {
        return calibrated.isPresent()
                ? " The budget of false alarms takes up to " + amount(statistic, calibrated.getAsDouble())
                        + " for what the reference's own blocks do."
                : "";
    }

    private String notJudged(String statistic, String reason) {
        return quoted(reference.name()) + " was not judged by its " + name(statistic) + ": " + reason + ".";
    }

    private String fact(String statistic, DriftScore score, Known known, Status status) {
        return switch (statistic) {
            case NormalizedWassersteinDistance.NAME -> "moved by " + amount(statistic, known, status) + means();
            case LInfinityDistance.NAME ->
                "changed the share of "
                        + largestChange()
                                .map(bin -> "'" + bin.label() + "' from " + Figures.percent(bin.referenceShare())
                                        + " to " + Figures.percent(bin.currentShare()))
                                .orElse("no value");
            case PercentNullDelta.NAME -> nulls(known);
            case PercentNonFiniteDelta.NAME ->
                "has " + Figures.percent(detail(score, "current")) + " NaN or infinite values, "
                        + Figures.percent(detail(score, "reference")) + " before";
            case NewCategoryShare.NAME ->
                "has " + Figures.percent(known.value())
                        + " of its values in categories that the reference does not have" + expected(score);
            case VanishedCategoryShare.NAME ->
                "had " + amount(statistic, known, status)
                        + " of the reference's values in categories that the current data does not have";
            case OutOfRangeShare.NAME ->
                "has " + Figures.percent(known.value()) + " of its values outside the reference's range" + range();
            case VocabularyDistance.NAME ->
                "has other words than before, at least " + amount(statistic, known, status) + " of them";
            case CharacterClassDistance.NAME ->
                "is written in other characters than before, " + amount(statistic, known, status) + " of them";
            case LengthDistance.NAME ->
                (reference.kind() == ColumnKind.COLLECTION ? "has other sizes" : "has other lengths")
                        + " than before, by " + amount(statistic, known, status) + " of its values" + meanSizes();
            case PointsShift.NAME ->
                "is worth " + Figures.number(detail(score, "current")) + " points a row on its scorecard instead of "
                        + Figures.number(detail(score, "reference"));
            default -> "has a " + name(statistic) + " of " + amount(statistic, known, status);
        };
    }

    private String nulls(Known delta) {
        double was = share(reference.nulls(), reference.count());
        double is = share(current.nulls(), current.count());
        if (current.present() == 0) {
            return "went empty: all " + current.count() + " values are missing, " + Figures.percent(was)
                    + " were before";
        }
        return "misses " + Figures.percent(is) + " of its values, " + Figures.points(delta.value())
                + (delta.value() < 0 ? " fewer than" : " more than") + " the " + Figures.percent(was) + " before";
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private String means() {
        if (reference instanceof NumericProfile was
                && current instanceof NumericProfile is
                && was.mean() instanceof Known before
                && is.mean() instanceof Known now) {
            return ", its mean from " + Figures.number(before.value()) + " to " + Figures.number(now.value());
        }
        return "";
    }

    private String meanSizes() {
        return meanSize(reference).isPresent() && meanSize(current).isPresent()
                ? ", on average from " + Figures.number(meanSize(reference).getAsDouble()) + " to "
                        + Figures.number(meanSize(current).getAsDouble())
                : "";
    }

    private static OptionalDouble meanSize(ColumnProfile profile) {
        if (profile instanceof CategoricalProfile texts) {
            return texts.meanLength().number();
        }
        return profile instanceof CollectionProfile collections
                ? collections.meanSize().number()
                : OptionalDouble.empty();
    }

    private String range() {
        if (reference instanceof NumericProfile was
                && was.minimum() instanceof Known least
                && was.maximum() instanceof Known most) {
            return " from " + Figures.number(least.value()) + " to " + Figures.number(most.value());
        }
        return "";
    }

    /** What is new by chance, where that is enough to be seen. */
    private static String expected(DriftScore score) {
        double expected = detail(score, NewCategoryShare.EXPECTED);
        return expected < 0.0005 ? "" : ", where a reference of its size lets expect " + Figures.percent(expected);
    }

    /** The bin that moved most, where the fact does not name it already. */
    private String moved(String statistic) {
        boolean named = statistic.equals(LInfinityDistance.NAME)
                || isDelta(statistic)
                || statistic.equals(NewCategoryShare.NAME)
                || statistic.equals(VanishedCategoryShare.NAME)
                || statistic.equals(OutOfRangeShare.NAME);
        return named
                ? ""
                : bins.flatMap(table -> table.bins().stream().max(Comparator.comparingDouble(Bin::psiContribution)))
                        .map(bin -> "; '" + bin.label() + "' moved most, from " + Figures.percent(bin.referenceShare())
                                + " to " + Figures.percent(bin.currentShare()) + " of the rows")
                        .orElse("");
    }

    /** Of equal changes, such as those of two bins, the first. */
    private Optional<Bin> largestChange() {
        return bins.map(BinTable::withoutNulls).flatMap(table -> table.bins().stream()
                .reduce((first, second) -> change(second) > change(first) + 1e-12 ? second : first));
    }

    private static double change(Bin bin) {
        return Math.abs(bin.currentShare() - bin.referenceShare());
    }

    private static String season(SeasonNote note, Threshold threshold) {
        String largest = amount(note.statistic(), note.largestBlock());
        String blocks = note.withinReference()
                ? " The reference itself moves as much from block to block, up to " + largest + " in "
                        + note.largestBlockWindow() + ", so this may be its season and is no sign of decay by itself."
                : " The reference's own blocks move by at most " + largest + ".";
        return blocks
                + note.samePhase()
                        .map(phase -> samePhase(note.statistic(), phase, threshold))
                        .orElse("");
    }

    private static String samePhase(String statistic, SamePhase phase, Threshold threshold) {
        boolean remains =
                threshold.evaluate(MetricValue.exactly(phase.currentToBlock())).isAlert();
        return " Against the same time of year (" + phase.window() + ") it moved by "
                + amount(statistic, phase.currentToBlock())
                + (remains ? ", which the season does not explain." : ".");
    }

    /** Alerts rest on the lower bound, so that is what they state. */
    private static String amount(String statistic, Known known, Status status) {
        if (known.exact()) {
            return amount(statistic, known.value());
        }
        return status.isAlert()
                ? "at least " + amount(statistic, known.lower())
                : "about " + amount(statistic, known.value());
    }

    private static boolean isDelta(String statistic) {
        return statistic.equals(PercentNullDelta.NAME) || statistic.equals(PercentNonFiniteDelta.NAME);
    }

    private static String amount(String statistic, double value) {
        return switch (statistic) {
            case NormalizedWassersteinDistance.NAME -> Figures.number(value) + " standard deviations";
            case LInfinityDistance.NAME -> Figures.points(value);
            case PercentNullDelta.NAME, PercentNonFiniteDelta.NAME -> (value < 0 ? "−" : "+") + Figures.points(value);
            case NewCategoryShare.NAME,
                    VanishedCategoryShare.NAME,
                    OutOfRangeShare.NAME,
                    VocabularyDistance.NAME,
                    CharacterClassDistance.NAME,
                    LengthDistance.NAME -> Figures.percent(value);
            case PointsShift.NAME -> Figures.number(value) + " points";
            default -> Figures.number(value);
        };
    }

    /** PSI goes by the name of CSI on an input. */
    private String name(String statistic) {
        if (statistic.equals(PopulationStabilityIndex.NAME)) {
            ColumnRole role = policy.role(reference.name());
            return role == ColumnRole.PREDICTION || role == ColumnRole.LABEL ? "PSI" : "CSI";
        }
        return statistic.replace('_', ' ');
    }

    private static double detail(DriftScore score, String name) {
        MetricValue value = score.details().get(name);
        return value instanceof Known known ? known.value() : 0;
    }
}
