package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.source.ResolvedSource;
import io.lakewarden.jobs.source.RowFolds;
import io.lakewarden.jobs.source.RowSample;
import io.lakewarden.jobs.source.SampledRows;
import io.lakewarden.jobs.source.SourceHistory;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.profile.ClusterKey;
import io.lakewarden.spark.profile.ColumnPath;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.DatasetProfiler;
import io.lakewarden.spark.profile.ProfileGroups;
import io.lakewarden.spark.profile.ProfileGroups.Group;
import io.lakewarden.spark.profile.ProfiledGroups;
import io.lakewarden.spark.profile.SliceKey;
import io.lakewarden.yaml.Secrets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of a monitor at one snapshot, ready to be profiled. */
final class MonitorRows {
    private final MonitorConfig config;
    private final ResolvedSource source;
    private final Optional<RowSample> sample;

    MonitorRows(MonitorConfig config, ResolvedSource source) {
        this(config, source, Optional.empty());
    }

    private MonitorRows(MonitorConfig config, ResolvedSource source, Optional<RowSample> sample) {
        this.config = config;
        this.source = source;
        this.sample = sample;
    }

    /** A sample of the rows. */
    MonitorRows sampled(RowSample share) {
        return new MonitorRows(config, source, Optional.of(share));
    }

    /** The same monitor over some of its rows. */
    MonitorRows only(ResolvedSource part) {
        return new MonitorRows(config, part);
    }

    SourceHistory history() {
        return source.history();
    }

    String snapshot() {
        return sample.map(it -> it.snapshot(source.snapshot())).orElse(source.snapshot());
    }

    /** Whether a stored snapshot is of the same selection of rows. */
    boolean selects(String otherSnapshot) {
        return source.selects(otherSnapshot);
    }

    String description() {
        return source.description();
    }

    /** The columns as the configuration wants them profiled, without frozen bins. */
    List<ColumnSpec> columns() {
        Set<String> categorical = new HashSet<>(config.columns().categorical());
        Set<String> ignored = new HashSet<>(config.columns().ignore());
        return DatasetColumns.of(source.schema(), categorical, ignored);
    }

    /** The name of every column that there is, ignored ones among them. */
    List<String> names() {
        return DatasetColumns.of(source.schema(), Set.of(), Set.of()).stream()
                .map(ColumnSpec::name)
                .toList();
    }

    /** The paths of the columns that the storage is laid out by. */
    List<String> partitionColumns() {
        return source.partitionColumns().stream().map(ColumnPath::of).toList();
    }

    /** The names of structs, which are no columns themselves. */
    List<String> structs() {
        return DatasetColumns.structs(source.schema());
    }

    /** Why the rows cannot be sliced by a column; empty where they can. */
    Optional<String> sliceObstacle(String column) {
        return SliceKey.obstacle(source.schema(), column);
    }

    /** Why the rows cannot be dealt out by a column of a cluster key; empty where they can. */
    Optional<String> clusterObstacle(String column) {
        return ClusterKey.obstacle(source.schema(), column);
    }

    /** Why the rows cannot be sliced by a predicate; empty where they can. */
    Optional<String> predicateObstacle(String name, String predicate) {
        return source.predicateObstacle(name, predicate);
    }

    /** What was found while the source was opened. It is stored, and may name a path that holds a secret. */
    List<Finding> findings() {
        return source.findings().stream().map(this::masked).toList();
    }

    /** The finding as it may be stored: free of secrets. */
    Finding masked(Finding finding) {
        Secrets secrets = config.secrets();
        return new Finding(
                finding.key(),
                finding.source(),
                finding.column(),
                finding.status(),
                secrets.mask(finding.observed()),
                secrets.mask(finding.expected()),
                secrets.mask(finding.sentence()));
    }

    /** A profile of all rows, whatever their time, and of the slices of the keys, with counts of the clusters. */
    SlicedProfile profileAll(
            List<ColumnSpec> columns, List<SliceKey> keys, Optional<ClusterKey> clusters, Window label) {
        ProfileGroups groups =
                ProfileGroups.all(label, ProfileDetail.FULL).slicedBy(keys).clusteredBy(clusters);
        return DatasetProfiler.profile(all(), columns, groups).sliced().get(0);
    }

    /** A full profile of each window and its slices in one scan, and how many rows had no time to belong to any. */
    ProfiledGroups profile(
            List<ColumnSpec> columns, List<SliceKey> keys, Optional<ClusterKey> clusters, Collection<Window> windows) {
        return profile(
                columns,
                keys,
                clusters,
                windows.stream()
                        .map(window -> new Group(window, ProfileDetail.FULL))
                        .toList());
    }

    /**
     * A profile of each group in one scan, full ones with slices and clusters, and how many rows had no time to belong to
     * any.
     */
    ProfiledGroups profile(
            List<ColumnSpec> columns, List<SliceKey> keys, Optional<ClusterKey> clusters, List<Group> groups) {
        String time = source.timeColumn()
                .orElseThrow(() -> new IllegalStateException("rows without a time belong to no window"));
        return DatasetProfiler.profile(
                read(source.within(hull(groups))),
                columns,
                ProfileGroups.byTime(time, groups).slicedBy(keys).clusteredBy(clusters));
    }

    /** The rows of a window, as they are profiled. */
    Dataset<Row> of(Window window) {
        return read(source.of(window));
    }

    /** All rows, whatever their time. */
    Dataset<Row> all() {
        return read(source.data());
    }

    /** Path of the column that says when; empty where the rows know no time. */
    Optional<String> timeColumn() {
        return source.timeColumn();
    }

    boolean isSample() {
        return sample.isPresent();
    }

    /**
     * Full profiles of all rows, dealt out to folds by their content: the same rows are in the same folds however the data
     * are stored, and equal rows in the same one, so that none of them confirms another.
     */
    List<DatasetProfile> profileInFolds(int folds, Window label) {
        if (folds == 1) {
            return List.of(
                    profileAll(columns(), List.of(), Optional.empty(), label).whole());
        }
        RowFolds dealt = RowFolds.of(read(source.data()), folds);
        return DatasetProfiler.profile(
                        dealt.data(),
                        columns(),
                        ProfileGroups.all(label, ProfileDetail.FULL).slicedBy(List.of(dealt.key())))
                .sliced()
                .get(0)
                .slices()
                .stream()
                .filter(slice -> !slice.slice().isRest())
                .map(slice -> DatasetProfile.of(
                        label, Slice.ALL, slice.rows(), slice.columns().values()))
                .toList();
    }

    private Dataset<Row> read(Dataset<Row> data) {
        return sample.map(it -> SampledRows.of(data, it)).orElse(data);
    }

    private static Window hull(List<Group> groups) {
        return groups.stream().map(Group::window).reduce(Window::hull).orElseThrow();
    }

    /** How many rows have no time. */
    long countWithoutTime() {
        return source.countWithoutTime();
    }

    /** A finding where rows had no time; they are in no window and would be missed by nobody. */
    List<Finding> rowsWithoutTime(long count) {
        if (count == 0) {
            return List.of();
        }
        return List.of(Finding.of(
                "source",
                Finding.TABLE,
                "rows-without-time",
                Status.WARN,
                count + " rows",
                "a time in every row",
                count + (sample.isEmpty() ? " rows" : " rows of the sample")
                        + " have no time, so that they belong to no window."));
    }
}
