package io.lakewarden.jobs.config;

import io.lakewarden.drift.CalendarPhase;
import io.lakewarden.drift.DriftPreset;
import io.lakewarden.drift.FalseAlarmBudget;
import io.lakewarden.drift.FalseDiscovery;
import io.lakewarden.drift.Scorecard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How drift is measured and judged: {@code drift}.
 *
 * @param bins {@code bins}: bins of a numeric column, 2 to 1,000; default 10
 * @param significance {@code significance}: the false-alarm rate of a test for one column, between 0 and 1; default 0.001
 * @param falseDiscovery {@code false_discovery_rate} and {@code correction}: how the tests of all columns are held
 *     together; default 0.01 after Benjamini and Hochberg
 * @param falseAlarms {@code false_alarms}: how many runs may alarm falsely by what the reference's own windows show, such as
 *     {@code 1/month}; empty leaves that to the tests
 * @param minimumRows {@code minimum_rows}: with fewer rows on either side nothing is judged; default 30
 * @param thresholds {@code thresholds}: by name of a statistic, for all columns; what is not named keeps its default
 * @param columnThresholds {@code columns.NAME.thresholds}: by column, then by name of a statistic; these come first, and the
 *     first one over the whole distribution is the column's primary check
 * @param cluster {@code cluster}: the columns whose values together say which rows are not independent of each other; empty
 *     where all are
 * @param same {@code same}: at which place in the calendar windows of the reference lie that a window is held against;
 *     empty for all of the reference
 * @param scorecards {@code scorecards}: by column, the bands or attributes of a credit scorecard
 * @param driftedColumns {@code drifted_columns}: from which share of drifted columns on the table warns or fails; empty judges
 *     columns alone
 * @param preset {@code preset}: the package that decides in place of all that; empty leaves it to Lakewarden
 */
public record DriftConfig(
        int bins,
        double significance,
        FalseDiscovery falseDiscovery,
        Optional<FalseAlarmBudget> falseAlarms,
        long minimumRows,
        Map<String, ThresholdConfig> thresholds,
        Map<String, Map<String, ThresholdConfig>> columnThresholds,
        List<String> cluster,
        Optional<CalendarPhase> same,
        Map<String, Scorecard> scorecards,
        Optional<ThresholdConfig> driftedColumns,
        Optional<DriftPreset> preset) {
    /** Ten bins, one false alarm in a thousand, thirty rows, and each statistic's own thresholds. */
    public static final DriftConfig DEFAULTS = new DriftConfig(
            10,
            0.001,
            FalseDiscovery.DEFAULT,
            Optional.empty(),
            30,
            Map.of(),
            Map.of(),
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    public DriftConfig {
        thresholds = Ordered.copyOf(thresholds);
        Map<String, Map<String, ThresholdConfig>> copies = new LinkedHashMap<>();
        columnThresholds.forEach((column, byStatistic) -> copies.put(column, Ordered.copyOf(byStatistic)));
        columnThresholds = Ordered.copyOf(copies);
        cluster = List.copyOf(cluster);
        scorecards = Ordered.copyOf(scorecards);
    }
}
