package io.lakewarden.jobs.config;

import io.lakewarden.history.HistoryCheck;
import io.lakewarden.integrity.IntegrityLimits;
import io.lakewarden.result.ColumnRole;
import io.lakewarden.yaml.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One monitor: a YAML file about one table or model, checked and with all defaults filled in. Its keys are described in
 * docs/configuration.md and in {@code monitor.schema.json}.
 *
 * @param monitor {@code monitor}: its name, {@code [a-z0-9][a-z0-9._-]*}; results are stored under it
 * @param title {@code title}: its name for people; the report falls back to {@code monitor}
 * @param source {@code source}: the watched table
 * @param time {@code time}: when a row happened; absent for tables that know no time
 * @param windows {@code windows}: how long a window is; where absent, every window is taken as it is asked for
 * @param reference {@code reference}: what current data is held against
 * @param current {@code current}: which rows are current in a table without a time column; all of the source by default
 * @param columns {@code columns}: what the columns mean
 * @param slices {@code slices}: by column, in the order of the file, which of its values make slices
 * @param drift {@code drift}: how drift is measured and judged
 * @param rules {@code rules}: what the rows must be like
 * @param quarantine {@code quarantine}: where rows go that are not like that; absent where they stay
 * @param integrity {@code integrity}: the limits of its checks; absent where they are not made
 * @param history {@code history}: the numbers that are held against earlier windows, for windows of this length
 * @param schema {@code schema} and {@code schema_environment}: what the columns are held against; the reference's own
 *     columns where absent
 * @param store {@code store}: folder or URI of the results; {@code lakewarden-store} beside the file by default
 * @param failOn {@code fail_on}: from which status on a run fails
 * @param report {@code report}: how reports look
 * @param secrets what must not be printed or stored
 * @param skew {@code skew}: another source whose rows of the same window should tell the same
 * @param importance {@code importance}: how much columns matter to the model
 * @param multivariate {@code multivariate}: how columns are held against the reference together; absent where they are not
 * @param outliers {@code outliers}: how rows are held against the rows of the reference; absent where they are not
 * @param sliceSearch {@code slice_search}: the search for slices that nobody named; absent where it is not made
 */
public record MonitorConfig(
        String monitor,
        Optional<String> title,
        SourceConfig source,
        Optional<TimeConfig> time,
        Optional<Granularity> windows,
        ReferenceConfig reference,
        RowSelection current,
        ColumnsConfig columns,
        Map<String, SliceConfig> slices,
        DriftConfig drift,
        RulesConfig rules,
        Optional<QuarantineConfig> quarantine,
        Optional<IntegrityLimits> integrity,
        List<HistoryCheck> history,
        Optional<SchemaConfig> schema,
        String store,
        FailOn failOn,
        ReportConfig report,
        Secrets secrets,
        Optional<SkewConfig> skew,
        ImportanceConfig importance,
        Optional<MultivariateConfig> multivariate,
        Optional<OutliersConfig> outliers,
        Optional<SliceSearchConfig> sliceSearch) {
    /** The folder of results where the file names none, relative to the file. */
    public static final String DEFAULT_STORE = "lakewarden-store";

    public MonitorConfig {
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(windows, "windows");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(columns, "columns");
        slices = Ordered.copyOf(slices);
        Objects.requireNonNull(drift, "drift");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(quarantine, "quarantine");
        Objects.requireNonNull(integrity, "integrity");
        history = List.copyOf(history);
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(failOn, "failOn");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(secrets, "secrets");
        Objects.requireNonNull(skew, "skew");
        Objects.requireNonNull(importance, "importance");
        Objects.requireNonNull(multivariate, "multivariate");
        Objects.requireNonNull(outliers, "outliers");
        Objects.requireNonNull(sliceSearch, "sliceSearch");
    }

    /** The columns that are more than a feature, the time column among them. */
    public Map<String, ColumnRole> roles() {
        Map<String, ColumnRole> roles = new LinkedHashMap<>(columns.roles());
        time.ifPresent(it -> roles.put(it.column(), ColumnRole.TIME));
        return Ordered.copyOf(roles);
    }

    /** The same monitor over windows of another length, whose numbers have a history of their own. */
    public MonitorConfig every(Granularity length) {
        Optional<Granularity> other = Optional.of(length);
        return with(other, windows.equals(other) ? history : List.of(), report, importance);
    }

    /** The same monitor with what its model says of the columns. */
    public MonitorConfig weighing(ImportanceConfig said) {
        return with(windows, history, report, said);
    }

    /** The same monitor with reports of another look. */
    public MonitorConfig reporting(ReportConfig look) {
        return with(windows, history, look, importance);
    }

    private MonitorConfig with(
            Optional<Granularity> length, List<HistoryCheck> checks, ReportConfig look, ImportanceConfig said) {
        return new MonitorConfig(
                monitor,
                title,
                source,
                time,
                length,
                reference,
                current,
                columns,
                slices,
                drift,
                rules,
                quarantine,
                integrity,
                checks,
                schema,
                store,
                failOn,
                look,
                secrets,
                skew,
                said,
                multivariate,
                outliers,
                sliceSearch);
    }

    /** Names the monitor only: the components may hold secrets. */
    @Override
    public String toString() {
        return "monitor " + monitor;
    }
}
