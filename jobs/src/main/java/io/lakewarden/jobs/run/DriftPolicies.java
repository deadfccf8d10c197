package io.lakewarden.jobs.run;

import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.FixedThreshold;
import io.lakewarden.drift.Threshold;
import io.lakewarden.jobs.config.DriftConfig;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.ThresholdConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** The drift policy that a monitor file asks for. */
final class DriftPolicies {
    private DriftPolicies() {}

    static DriftPolicy of(MonitorConfig config) {
        DriftConfig drift = config.drift();
        Map<String, Map<String, Threshold>> byColumn = new LinkedHashMap<>();
        drift.columnThresholds().forEach((column, thresholds) -> byColumn.put(column, thresholds(thresholds)));
        return new DriftPolicy(
                config.roles(),
                thresholds(drift.thresholds()),
                byColumn,
                drift.significance(),
                drift.falseDiscovery(),
                drift.falseAlarms(),
                drift.minimumRows(),
                drift.scorecards(),
                drift.preset());
    }

    private static Map<String, Threshold> thresholds(Map<String, ThresholdConfig> configured) {
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        configured.forEach((statistic, threshold) -> thresholds.put(statistic, threshold(threshold)));
        return thresholds;
    }

    static Threshold threshold(ThresholdConfig configured) {
        return new FixedThreshold(configured.warn(), configured.fail());
    }
}
