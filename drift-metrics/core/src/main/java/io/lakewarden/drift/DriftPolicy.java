package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.result.ColumnRole;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How scores become findings. A score is found wanting if it reaches its threshold AND the test that belongs to it says
 * that so much is no accident; the thresholds say what matters, the test keeps small windows quiet. The primary check of
 * a column, its first one over the whole distribution, must also be no accident among those of all columns.
 *
 * @param roles by column; {@link ColumnRole#FEATURE} where not named
 * @param thresholds by statistic, for every column that the statistic compares; they replace the defaults
 * @param columnThresholds by column and statistic; they replace both, and the first one over the whole distribution is the
 *     column's primary check
 * @param significance the largest p-value that is no accident, per check
 * @param falseDiscovery how the primary checks of all columns are held together
 * @param falseAlarms how many false alarms all columns together may raise by what the reference's blocks show; where absent,
 *     or where there are no blocks, the tests decide alone
 * @param minimumRows fewer rows on either side are not judged
 * @param scorecards by column; where there is one, its PSI is judged too
 * @param preset which other package decides in place of thresholds and tests; a column with own thresholds of one of our
 *     statistics is left to those
 */
public record DriftPolicy(
        Map<String, ColumnRole> roles,
        Map<String, Threshold> thresholds,
        Map<String, Map<String, Threshold>> columnThresholds,
        double significance,
        FalseDiscovery falseDiscovery,
        Optional<FalseAlarmBudget> falseAlarms,
        long minimumRows,
        Map<String, Scorecard> scorecards,
        Optional<DriftPreset> preset) {
    /** Default thresholds, significance 0.001, a false discovery rate of 0.01, at least 30 rows. */
    public static final DriftPolicy DEFAULT =
            new DriftPolicy(Map.of(), Map.of(), Map.of(), 0.001, FalseDiscovery.DEFAULT, Optional.empty(), 30);

    /** A policy without scorecards and presets. */
    public DriftPolicy(
            Map<String, ColumnRole> roles,
            Map<String, Threshold> thresholds,
            Map<String, Map<String, Threshold>> columnThresholds,
            double significance,
            FalseDiscovery falseDiscovery,
            Optional<FalseAlarmBudget> falseAlarms,
            long minimumRows) {
        this(
                roles,
                thresholds,
                columnThresholds,
                significance,
                falseDiscovery,
                falseAlarms,
                minimumRows,
                Map.of(),
                Optional.empty());
    }

    public DriftPolicy {
        scorecards = Map.copyOf(scorecards);
        roles = Map.copyOf(roles);
        thresholds = Map.copyOf(thresholds);
        Map<String, Map<String, Threshold>> copy = new LinkedHashMap<>();
        // the order tells the primary check
        columnThresholds.forEach((column, byStatistic) ->
                copy.put(column, Collections.unmodifiableMap(new LinkedHashMap<>(byStatistic))));
        columnThresholds = Map.copyOf(copy);
        List<String> ofPreset = preset.map(DriftPreset::statistics).orElse(List.of());
        thresholds.keySet().forEach(name -> requireStatistic(name, ofPreset));
        columnThresholds.values().forEach(named -> named.keySet().forEach(name -> requireStatistic(name, ofPreset)));
        Objects.requireNonNull(falseDiscovery, "falseDiscovery");
        Objects.requireNonNull(falseAlarms, "falseAlarms");
        Objects.requireNonNull(preset, "preset");
        if (!(significance > 0 && significance <= 1)) {
            throw new IllegalArgumentException("significance lies above 0 and up to 1, but got " + significance);
        }
        if (minimumRows < 1) {
            throw new IllegalArgumentException("at least one row is needed, but got " + minimumRows);
        }
    }

    private static void requireStatistic(String name, List<String> ofPreset) {
        if (DriftStatistics.named(name).isEmpty() && !ofPreset.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no statistic '" + name + "'; there are " + String.join(", ", DriftStatistics.names()));
        }
    }

    /** The role of a column. */
    public ColumnRole role(String column) {
        return roles.getOrDefault(column, ColumnRole.FEATURE);
    }

    /** The scorecard of a column, where it has one. */
    public Optional<Scorecard> scorecard(String column) {
        return Optional.ofNullable(scorecards.get(column));
    }

    /** The checks of a column, by statistic, in the order in which they are shown. */
    public Map<String, Threshold> thresholds(String column, ColumnKind kind) {
        if (preset(column).isPresent()) {
            return new LinkedHashMap<>();
        }
        Map<String, Threshold> chosen = new LinkedHashMap<>(DefaultThresholds.of(kind));
        scorecard(column)
                .filter(scorecard -> scorecard.suits(kind))
                .ifPresent(scorecard -> DefaultThresholds.ofScorecard(scorecard, chosen));
        Map<String, Threshold> own = columnThresholds.getOrDefault(column, Map.of());
        for (DriftStatistic statistic : DriftStatistics.of(kind)) {
            Threshold global = thresholds.get(statistic.name());
            Threshold threshold = own.getOrDefault(statistic.name(), global);
            if (threshold != null) {
                chosen.put(statistic.name(), threshold);
            }
        }
        chosen.values().removeIf(FixedThreshold.NONE::equals);
        return chosen;
    }

    /** The statistics that a column was given thresholds of, in that order. */
    Set<String> chosen(String column) {
        return columnThresholds.getOrDefault(column, Map.of()).keySet();
    }

    /** What decides about a column in place of {@link #thresholds}, where anything does. */
    public Optional<DriftPreset> preset(String column) {
        return preset.filter(it -> it.statistics().containsAll(chosen(column)));
    }

    /** The limit that is set for a preset's statistic: the column's own before that for all columns, fail before warn. */
    OptionalDouble limit(String column, String statistic) {
        Threshold set =
                columnThresholds.getOrDefault(column, Map.of()).getOrDefault(statistic, thresholds.get(statistic));
        if (!(set instanceof FixedThreshold fixed)) {
            return OptionalDouble.empty();
        }
        return fixed.fail().isPresent() ? fixed.fail() : fixed.warn();
    }

    /** The same policy, but as another package decides. */
    public DriftPolicy withPreset(DriftPreset decider) {
        return with(roles, thresholds, columnThresholds, scorecards, Optional.of(decider));
    }

    /** The same policy with other roles. */
    public DriftPolicy withRoles(Map<String, ColumnRole> newRoles) {
        return with(newRoles, thresholds, columnThresholds, scorecards, preset);
    }

    /** The same policy with scorecards, by column. */
    public DriftPolicy withScorecards(Map<String, Scorecard> newScorecards) {
        return with(roles, thresholds, columnThresholds, newScorecards, preset);
    }

    /** The same policy with a threshold for every column that the statistic compares. */
    public DriftPolicy withThreshold(String statistic, Threshold threshold) {
        Map<String, Threshold> more = new LinkedHashMap<>(thresholds);
        more.put(statistic, Objects.requireNonNull(threshold, "threshold"));
        return with(roles, more, columnThresholds, scorecards, preset);
    }

    /** The same policy with a threshold for one column. */
    public DriftPolicy withThreshold(String column, String statistic, Threshold threshold) {
        Map<String, Map<String, Threshold>> more = new LinkedHashMap<>(columnThresholds);
        Map<String, Threshold> own = new LinkedHashMap<>(more.getOrDefault(column, Map.of()));
        own.put(statistic, Objects.requireNonNull(threshold, "threshold"));
        more.put(column, own);
        return with(roles, thresholds, more, scorecards, preset);
    }

    private DriftPolicy with(
            Map<String, ColumnRole> newRoles,
            Map<String, Threshold> newThresholds,
            Map<String, Map<String, Threshold>> newColumnThresholds,
            Map<String, Scorecard> newScorecards,
            Optional<DriftPreset> newPreset) {
        return new DriftPolicy(
                newRoles,
                newThresholds,
                newColumnThresholds,
                significance,
                falseDiscovery,
                falseAlarms,
                minimumRows,
                newScorecards,
                newPreset);
    }
}
