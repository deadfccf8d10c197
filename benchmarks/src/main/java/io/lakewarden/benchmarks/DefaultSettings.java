package io.lakewarden.benchmarks;

import io.lakewarden.drift.BinningRule;
import io.lakewarden.drift.DriftPolicy;
import io.lakewarden.drift.FixedThreshold;
import io.lakewarden.drift.Threshold;
import io.lakewarden.profile.ColumnKind;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings that a monitor has when nobody sets any, for the record. */
final class DefaultSettings {
    private DefaultSettings() {}

    static SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("binning", BinningRule.DEFAULT.id());
        settings.put("minimum_rows", Long.toString(DriftPolicy.DEFAULT.minimumRows()));
        settings.put("significance", Double.toString(DriftPolicy.DEFAULT.significance()));
        settings.put(
                "false_discovery_rate",
                DriftPolicy.DEFAULT.falseDiscovery().rate() + " "
                        + DriftPolicy.DEFAULT.falseDiscovery().correction());
        for (ColumnKind kind : ColumnKind.values()) {
            DriftPolicy.DEFAULT
                    .thresholds("", kind)
                    .forEach((statistic, threshold) -> settings.put(
                            "thresholds." + kind.name().toLowerCase(Locale.ROOT) + "." + statistic,
                            describe(threshold)));
        }
        return settings;
    }

    private static String describe(Threshold threshold) {
        if (threshold instanceof FixedThreshold bounds) {
            return "warn " + bound(bounds.warn()) + ", fail " + bound(bounds.fail());
        }
        return threshold.toString();
    }

    private static String bound(OptionalDouble bound) {
        return bound.isPresent() ? "from " + bound.getAsDouble() : "never";
    }
}
