package io.lakewarden.jobs.store;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The table {@code profiles}: one row for each column of each profile, and one for the profile itself, which says how
 * many rows it summarises. That one has the ordinal -1, since a user's column may be called {@code :table} as well.
 */
final class ProfileRows {
    static final StructType SCHEMA = AttemptColumns.withSlice()
            .add(
                    "part",
                    StringType,
                    true,
                    "WHOLE: all of the run's data; BLOCK: a sub-window of a reference; CLUSTERS: counts of all of the data in blocks of rows that share a key")
            .add("column_name", StringType, true, "path of the column, or :table for the profile itself")
            .add("ordinal", IntegerType, true, "position of the column; -1 for the profile itself")
            .add("data_type", StringType, true, "type in the source")
            .add("rows", LongType, true, "rows profiled")
            .add("state", BinaryType, true, "the column's profile, or its counts, as ProfileCodec writes it");

    /** What {@link #whole} and {@link #blocks} read. */
    static final List<String> STATE_COLUMNS =
            List.of("run_id", "window", "slice_key", "slice_value", "part", "column_name", "ordinal", "rows", "state");

    private static final String WHOLE = "WHOLE";
    private static final String BLOCK = "BLOCK";
    private static final String CLUSTERS = "CLUSTERS";
    private static final int TABLE_ORDINAL = -1;

    private static final Comparator<Row> BY_ORDINAL = Comparator.comparing(row -> row.<Integer>getAs("ordinal"));

    private ProfileRows() {}

    static List<Row> of(Attempt attempt, Instant writtenAt) {
        List<Row> rows = new ArrayList<>();
        attempt.profile().all().forEach(profile -> add(rows, attempt.facts(), writtenAt, WHOLE, profile));
        attempt.blocks().forEach(block -> block.all()
                .forEach(profile -> add(rows, attempt.facts(), writtenAt, BLOCK, profile)));
        TableRow table =
                table(attempt.facts(), writtenAt, CLUSTERS, attempt.profile().whole());
        int ordinal = 0;
        for (Map.Entry<String, ClusterCounts> column :
                attempt.profile().clusters().entrySet()) {
            rows.add(table.copy()
                    .set("column_name", column.getKey())
                    .set("ordinal", ordinal++)
                    .set("state", ProfileCodec.encode(column.getValue()))
                    .build());
        }
        return rows;
    }

    private static void add(List<Row> rows, RunFacts facts, Instant writtenAt, String part, DatasetProfile profile) {
        TableRow table = table(facts, writtenAt, part, profile);
        rows.add(table.copy()
                .set("column_name", Finding.TABLE)
                .set("ordinal", TABLE_ORDINAL)
                .build());
        int ordinal = 0;
        for (ColumnProfile column : profile.columns().values()) {
            rows.add(table.copy()
                    .set("column_name", column.name())
                    .set("ordinal", ordinal++)
                    .set("data_type", column.type())
                    .set("state", ProfileCodec.encode(column))
                    .build());
        }
    }

    private static TableRow table(RunFacts facts, Instant writtenAt, String part, DatasetProfile profile) {
        return AttemptColumns.row(SCHEMA, facts, writtenAt, profile.slice())
                .set("window", WindowColumn.of(profile.window()))
                .set("part", part)
                .set("rows", profile.rows());
    }

    /** The profile of all of a run's data, with its slices and the counts of its clusters. */
    static SlicedProfile whole(List<Row> rows) {
        return sliced(rows.stream()
                        .filter(row -> WHOLE.equals(row.getAs("part")))
                        .toList())
                .withClusters(clusters(rows));
    }

    private static SlicedProfile sliced(List<Row> rows) {
        SortedMap<Slice, List<Row>> slices = new TreeMap<>();
        rows.forEach(row ->
                slices.computeIfAbsent(slice(row), slice -> new ArrayList<>()).add(row));
        DatasetProfile all = profile(slices.remove(Slice.ALL));
        return SlicedProfile.of(
                all, slices.values().stream().map(ProfileRows::profile).toList());
    }

    private static Map<String, ClusterCounts> clusters(List<Row> rows) {
        Map<String, ClusterCounts> clusters = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> CLUSTERS.equals(row.getAs("part")))
                .sorted(BY_ORDINAL)
                .forEach(row -> clusters.put(
                        row.getAs("column_name"), ProfileCodec.decodeClusters(row.<byte[]>getAs("state"))));
        return clusters;
    }

    /** The profiles of a reference's sub-windows, oldest first. */
    static List<SlicedProfile> blocks(List<Row> rows) {
        SortedMap<Window, List<Row>> blocks = new TreeMap<>();
        rows.stream().filter(row -> BLOCK.equals(row.getAs("part"))).forEach(row -> blocks.computeIfAbsent(
                        WindowColumn.read(row.getAs("window")), window -> new ArrayList<>())
                .add(row));
        return blocks.values().stream().map(ProfileRows::sliced).toList();
    }

    private static DatasetProfile profile(List<Row> rows) {
        List<Row> ordered = rows.stream().sorted(BY_ORDINAL).toList();
        Row table = ordered.get(0);
        return DatasetProfile.of(
                WindowColumn.read(table.getAs("window")),
                slice(table),
                table.<Long>getAs("rows"),
                ordered.stream()
                        .skip(1)
                        .map(row -> ProfileCodec.decode(row.<byte[]>getAs("state")))
                        .toList());
    }

    private static Slice slice(Row row) {
        String key = row.getAs("slice_key");
        return key == null ? Slice.ALL : new Slice(key, row.getAs("slice_value"));
    }
}
