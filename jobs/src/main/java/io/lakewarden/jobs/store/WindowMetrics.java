package io.lakewarden.jobs.store;

import io.lakewarden.drift.ColumnDrift;
import io.lakewarden.drift.DatasetDrift;
import io.lakewarden.drift.DriftScore;
import io.lakewarden.drift.DriftStatistics;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.MetricValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Numbers of one window as the tables have them, in their units: those of its profile, and scores of its comparison with the
 * reference; of a whole table its number of rows. What is made of a window at hand and what is read of a stored one are the same.
 */
public final class WindowMetrics {
    private static final MetricColumns PROFILES = new MetricColumns(ProfileMetricRows.SCHEMA);
    private static final MetricColumns DRIFT = new MetricColumns(DriftMetricRows.SCHEMA);
    private static final String NOT_STORED = "the window has no such number";

    private final long rows;
    private final Map<MetricName, MetricValue> values;

    private WindowMetrics(long rows, Map<MetricName, MetricValue> values) {
        this.rows = rows;
        this.values = values;
    }

    /** The numbers of a window at hand. */
    public static WindowMetrics of(
            Collection<MetricName> wanted, DatasetProfile profile, Optional<DatasetDrift> drift) {
        Map<MetricName, MetricValue> values = new HashMap<>();
        for (MetricName name : wanted) {
            if (name.column().isEmpty()) {
                values.put(name, MetricValue.exactly((double) profile.rows()));
            } else if (isDrift(name)) {
                values.put(name, score(name, drift));
            } else {
                values.put(name, number(name, profile.column(name.column().get())));
            }
        }
        return new WindowMetrics(profile.rows(), values);
    }

    private static MetricValue number(MetricName name, Optional<ColumnProfile> column) {
        if (column.isEmpty()) {
            return MetricValue.unknown("the window has no profile of such a column");
        }
        MetricValue value = ProfileMetrics.of(column.get()).get(name.metric());
        return value == null
                ? MetricValue.unknown(
                        "a column that is profiled as " + Names.of(column.get().kind()) + " has no " + name.metric())
                : PROFILES.stored(name.metric(), value);
    }

    private static MetricValue score(MetricName name, Optional<DatasetDrift> drift) {
        if (drift.isEmpty()) {
            return MetricValue.unknown("the window was not compared with the reference");
        }
        return drift.get().columns().stream()
                .filter(column -> column.column().equals(name.column().orElseThrow()))
                .map(ColumnDrift::scores)
                .filter(scores -> scores.containsKey(name.metric()))
                .map(scores -> scores.get(name.metric()))
                .map(DriftScore::value)
                .map(value -> DRIFT.stored(name.metric(), value))
                .findFirst()
                .orElseGet(() -> MetricValue.unknown("the column was not compared by " + name.metric()));
    }

    /** The numbers of a committed window, of its rows in the tables. */
    static WindowMetrics read(Collection<MetricName> wanted, StoredRun run, List<Row> profiles, List<Row> drift) {
        Map<String, Row> profileRows = byColumn(profiles);
        Map<String, Row> driftRows = byColumn(drift);
        Map<MetricName, MetricValue> values = new HashMap<>();
        for (MetricName name : wanted) {
            if (name.column().isEmpty()) {
                values.put(name, MetricValue.exactly((double) run.facts().rows()));
                continue;
            }
            Row row =
                    (isDrift(name) ? driftRows : profileRows).get(name.column().get());
            values.put(name, row == null ? MetricValue.unknown(NOT_STORED) : MetricColumns.read(row, name.metric()));
        }
        return new WindowMetrics(run.facts().rows(), values);
    }

    private static Map<String, Row> byColumn(List<Row> rows) {
        Map<String, Row> byColumn = new HashMap<>();
        rows.forEach(row -> byColumn.put(row.getAs("column_name"), row));
        return byColumn;
    }

    /** Whether any of these is in the table of scores, or in that of profiles. */
    static boolean any(Collection<MetricName> wanted, StoreTable table) {
        return wanted.stream()
                .filter(name -> name.column().isPresent())
                .anyMatch(name -> isDrift(name) == (table == StoreTable.DRIFT_METRICS));
    }

    /** The columns of the table that hold these. */
    static List<String> columns(Collection<MetricName> wanted, StoreTable table) {
        Set<String> columns =
                new LinkedHashSet<>(List.of("run_id", "column_name", "metrics", "bounds", "unknown_reasons"));
        List<String> there = List.of(table.schema().fieldNames());
        wanted.stream().map(MetricName::metric).filter(there::contains).forEach(columns::add);
        return List.copyOf(columns);
    }

    private static boolean isDrift(MetricName name) {
        return DriftStatistics.names().contains(name.metric());
    }

    /** The rows of the window. */
    public long rows() {
        return rows;
    }

    /** The value, or why there is none. */
    public MetricValue value(MetricName name) {
        return values.getOrDefault(name, MetricValue.unknown(NOT_STORED));
    }
}
