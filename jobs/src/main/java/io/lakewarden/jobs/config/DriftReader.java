package io.lakewarden.jobs.config;

import io.lakewarden.drift.CalendarPhase;
import io.lakewarden.drift.DriftPreset;
import io.lakewarden.drift.DriftStatistics;
import io.lakewarden.drift.FalseAlarmBudget;
import io.lakewarden.drift.FalseDiscovery;
import io.lakewarden.drift.FalseDiscovery.Correction;
import io.lakewarden.drift.Scorecard;
import io.lakewarden.drift.preset.DriftPresets;
import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Nearest;
import io.lakewarden.yaml.Section;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads {@link DriftConfig}. */
final class DriftReader {
    private DriftReader() {}

    /** @param windows how long a window is, where the monitor says so */
    static DriftConfig read(Section drift, Optional<Granularity> windows) {
        DriftConfig defaults = DriftConfig.DEFAULTS;
        int bins = drift.field("bins")
                .flatMap(it -> it.integer(2, 1_000))
                .map(Math::toIntExact)
                .orElse(defaults.bins());
        String probability = "a probability above 0 and below 1";
        double significance = drift.field("significance")
                .flatMap(it -> it.number(Double.MIN_VALUE, Math.nextDown(1.0), probability))
                .orElse(defaults.significance());
        double rate = drift.field("false_discovery_rate")
                .flatMap(it -> it.number(Double.MIN_VALUE, Math.nextDown(1.0), probability))
                .orElse(defaults.falseDiscovery().rate());
        Correction correction = drift.field("correction")
                .flatMap(it -> it.choice(Correction.class))
                .orElse(defaults.falseDiscovery().correction());
        Optional<FalseAlarmBudget> falseAlarms = drift.field("false_alarms").flatMap(it -> falseAlarms(it, windows));
        long minimumRows = drift.field("minimum_rows")
                .flatMap(it -> it.integer(1, Long.MAX_VALUE))
                .orElse(defaults.minimumRows());
        List<String> cluster = drift.field("cluster").map(DriftReader::cluster).orElse(defaults.cluster());
        Optional<CalendarPhase> same = drift.field("same").flatMap(it -> same(it, windows));
        Optional<DriftPreset> preset = drift.field("preset").flatMap(DriftReader::preset);
        List<String> ofPreset = preset.map(DriftPreset::statistics).orElse(List.of());
        List<String> names = Stream.concat(DriftStatistics.names().stream(), ofPreset.stream())
                .toList();
        Map<String, ThresholdConfig> thresholds = thresholds(drift, preset.isPresent() ? ofPreset : names);
        Map<String, Map<String, ThresholdConfig>> byColumn = new LinkedHashMap<>();
        drift.field("columns")
                .flatMap(it -> it.section("columns by name, each with thresholds"))
                .ifPresent(columns -> columns.entries().forEach((column, field) -> field.section("the key thresholds")
                        .ifPresent(section -> {
                            section.required("thresholds", "thresholds by name of a statistic");
                            byColumn.put(column, thresholds(section, names));
                            section.close();
                        })));
        Map<String, Scorecard> scorecards = drift.field("scorecards")
                .flatMap(it -> it.section("columns by name, each with bands, points or both"))
                .map(ScorecardsReader::read)
                .orElse(Map.of());
        Optional<ThresholdConfig> driftedColumns = drift.field("drifted_columns")
                .flatMap(it -> it.section("warn, fail or both, such as {warn: 0.3, fail: 0.5}"))
                .flatMap(it -> threshold(it, 1, "a share from 0 to 1"));
        drift.close();
        return new DriftConfig(
                bins,
                significance,
                new FalseDiscovery(correction, rate),
                falseAlarms,
                minimumRows,
                thresholds,
                byColumn,
                cluster,
                same,
                scorecards,
                driftedColumns,
                preset);
    }

    private static Optional<CalendarPhase> same(Field field, Optional<Granularity> windows) {
        Optional<CalendarPhase> same = field.choice(CalendarPhase.class);
        same.filter(phase -> windows.filter(
                                phase == CalendarPhase.WEEKDAY ? Granularity::isDaily : Granularity::isMonthly)
                        .isEmpty())
                .ifPresent(phase -> field.problem("drift.same is '" + phase.word() + "', which windows of "
                        + windows.map(Granularity::toString).orElse("no length") + " do not have; expected windows of "
                        + (phase == CalendarPhase.WEEKDAY ? "P1D" : "P1M")));
        return same;
    }

    private static List<String> cluster(Field field) {
        List<String> columns = field.texts("the path of a column");
        if (field.isList() && field.items().isEmpty()) {
            field.problem("drift.cluster is an empty list; expected the columns that say which rows belong together");
        } else if (new HashSet<>(columns).size() < columns.size()) {
            field.problem("drift.cluster names a column twice; expected different ones");
        }
        return columns;
    }

    private static Optional<FalseAlarmBudget> falseAlarms(Field field, Optional<Granularity> windows) {
        Optional<FalseAlarmBudget> budget =
                field.parsed("a number for each day, week, month or year, such as 1/month", FalseAlarmBudget::parse);
        if (windows.isEmpty()) {
            field.problem(
                    "drift.false_alarms is learnt from the reference's own windows, but the monitor does not say how"
                            + " long they are; add windows, such as P1D");
        } else if (budget.isPresent() && budget.get().perWindow(windows.get().containing(Instant.EPOCH)) >= 1) {
            field.problem("drift.false_alarms is '" + budget.get() + "', which lets every window of " + windows.get()
                    + " alarm falsely; expected fewer");
        }
        return budget;
    }

    private static Optional<DriftPreset> preset(Field field) {
        String expected = "one of " + String.join(", ", DriftPresets.names());
        return field.parsed(expected, name -> DriftPresets.named(name)
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no preset; expected " + expected
                        + Nearest.hint(name, DriftPresets.names()))));
    }

    /** In the order of the file. */
    private static Map<String, ThresholdConfig> thresholds(Section section, List<String> names) {
        Map<String, ThresholdConfig> byStatistic = new LinkedHashMap<>();
        section.field("thresholds")
                .flatMap(it -> it.section("thresholds by name of a statistic"))
                .ifPresent(statistics -> {
                    Map<String, ThresholdConfig> read = new LinkedHashMap<>();
                    names.forEach(name -> statistics
                            .field(name)
                            .flatMap(it -> it.section("warn, fail or both, such as {warn: 0.1, fail: 0.25}"))
                            .flatMap(it -> threshold(it, Double.MAX_VALUE, "a number of at least 0"))
                            .ifPresent(threshold -> read.put(name, threshold)));
                    statistics.close();
                    statistics.entries().keySet().stream()
                            .filter(read::containsKey)
                            .forEach(name -> byStatistic.put(name, read.get(name)));
                });
        return byStatistic;
    }

    /** A threshold of bounds from 0 up to the largest that makes sense. */
    static Optional<ThresholdConfig> threshold(Section section, double largest, String expected) {
        Optional<Field> failField = section.field("fail");
        Optional<Double> warn = section.field("warn").flatMap(it -> it.number(0, largest, expected));
        Optional<Double> fail = failField.flatMap(it -> it.number(0, largest, expected));
        section.close();
        if (section.field("warn").isEmpty() && failField.isEmpty()) {
            section.problem("a threshold lacks 'warn' or 'fail': the score from which on a finding warns or fails");
            return Optional.empty();
        }
        if (warn.isEmpty() && fail.isEmpty()) {
            return Optional.empty();
        }
        if (warn.isPresent() && fail.isPresent() && warn.get() > fail.get()) {
            failField
                    .get()
                    .problem(failField.get().path() + " is " + fail.get() + ", below warn at " + warn.get()
                            + "; expected fail to be the higher one");
        }
        return Optional.of(new ThresholdConfig(optional(warn), optional(fail)));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
