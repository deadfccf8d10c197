package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.ColumnsConfig;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MultivariateConfig;
import io.lakewarden.jobs.config.OutliersConfig;
import io.lakewarden.jobs.config.QuarantineConfig;
import io.lakewarden.jobs.config.SkewConfig;
import io.lakewarden.jobs.config.SliceSearchConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.source.ColumnHint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses columns that a monitor names but that are nowhere: a misspelt role or threshold would have no effect, and
 * nobody would miss it. A column that either side has is there; that the other lacks it is a finding, not an error.
 */
final class ConfiguredColumns {
    private final String table;
    private final Set<String> known;
    private final List<String> problems = new ArrayList<>();

    private ConfiguredColumns(String table, Collection<String> known) {
        this.table = table;
        this.known = new LinkedHashSet<>(known);
    }

    /** Checks all names before a reference is profiled. */
    static void require(MonitorConfig config, MonitorRows current, MonitorRows reference) {
        ColumnsConfig columns = config.columns();
        ConfiguredColumns check = of(current, reference.names());
        check.require("columns.categorical", columns.categorical());
        check.requireRoles(config);
        check.known.addAll(current.structs());
        check.known.addAll(reference.structs());
        check.require("columns.ignore", columns.ignore());
        check.require("slices", SliceKeys.columns(config));
        check.require("drift.cluster", config.drift().cluster());
        check.refuse();
    }

    /** Checks what can have changed since the reference was profiled; {@code ignore}, {@code categorical} and slices cannot. */
    static void require(MonitorConfig config, MonitorRows current, PinnedReference reference) {
        ConfiguredColumns check = of(current, reference.whole().columns().keySet());
        check.requireRoles(config);
        check.refuse();
    }

    /** Checks the columns that a command is to explain: only those of the reference are compared. */
    static void requireExplainable(Collection<String> columns, PinnedReference reference) {
        ConfiguredColumns check = new ConfiguredColumns(
                "the reference", reference.whole().columns().keySet());
        check.require("--explain", columns);
        check.refuse();
    }

    private static ConfiguredColumns of(MonitorRows current, Collection<String> reference) {
        Set<String> known = new LinkedHashSet<>(current.names());
        known.addAll(reference);
        return new ConfiguredColumns(current.description(), known);
    }

    private void requireRoles(MonitorConfig config) {
        ColumnsConfig columns = config.columns();
        require("columns.id", columns.ids());
        require("columns.label", columns.label().stream().toList());
        require("columns.prediction", columns.predictions());
        require("columns.protected", columns.protectedAttributes());
        require("quarantine.key", config.quarantine().map(QuarantineConfig::key).orElse(List.of()));
        require(
                config.importance().model().isPresent() ? "importance.model" : "importance.weights",
                config.importance().columns());
        require(
                "slice_search.columns",
                config.sliceSearch().map(SliceSearchConfig::columns).orElse(List.of()));
        require("skew.key", config.skew().map(SkewConfig::key).orElse(List.of()));
        require(
                "multivariate.ignore",
                config.multivariate().map(MultivariateConfig::ignore).orElse(List.of()));
        require(
                "multivariate.entity",
                config.multivariate().flatMap(MultivariateConfig::entity).stream()
                        .toList());
        require("drift.columns", config.drift().columnThresholds().keySet());
        require("drift.scorecards", config.drift().scorecards().keySet());
        require(
                "outliers.columns",
                config.outliers().map(OutliersConfig::columns).orElse(List.of()));
        require("outliers.ignore", config.outliers().map(OutliersConfig::ignore).orElse(List.of()));
        require(
                "history",
                config.history().stream()
                        .flatMap(check -> check.column().stream())
                        .distinct()
                        .toList());
    }

    private void require(String key, Collection<String> columns) {
        for (String column : columns) {
            if (!known.contains(column)) {
                problems.add(key + ": there is no column '" + column + "' in " + table + ColumnHint.of(column, known));
            }
        }
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            throw new UserException(String.join("\n", problems));
        }
    }
}
