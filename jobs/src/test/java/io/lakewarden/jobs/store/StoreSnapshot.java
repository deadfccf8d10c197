package io.lakewarden.jobs.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * The content of a store's views, to be held against another's: exact fields and statuses are equal to the bit, floating
 * point within 1e-12 relative; ids of attempts and wall times do not count.
 */
public final class StoreSnapshot {
    private static final double TOLERANCE = 1e-12;
    private static final Set<String> IDS_AND_TIMES =
            Set.of("run_id", "reference_run_id", "written_at", "started_at", "finished_at", "committed_at");
    /** What follows from the last digits of moments. */
    private static final Set<String> STATES = Set.of("state", "input_fingerprint");

    private static final List<String> KEYS = List.of(
            "monitor",
            "subject",
            "window",
            "slice_key",
            "slice_value",
            "part",
            "drift_type",
            "ordinal",
            "log_type",
            "column_name");

    private final Map<String, List<Object>> rows;

    private StoreSnapshot(Map<String, List<Object>> rows) {
        this.rows = rows;
    }

    /** The views as they stand now. */
    public static StoreSnapshot of(DeltaStore store) {
        return without(store, IDS_AND_TIMES);
    }

    /** The views as people read them: states of profiles do not count either, nor their digests. */
    public static StoreSnapshot ofNumbers(DeltaStore store) {
        Set<String> ignored = new HashSet<>(IDS_AND_TIMES);
        ignored.addAll(STATES);
        return without(store, ignored);
    }

    private static StoreSnapshot without(DeltaStore store, Set<String> ignored) {
        Map<String, List<Object>> rows = new TreeMap<>();
        for (StoreTable table : StoreTable.values()) {
            List<String> columns = Arrays.asList(table.schema().fieldNames());
            for (Row row : store.view(table).collectAsList()) {
                StringBuilder key = new StringBuilder(table.tableName());
                List<Object> values = new ArrayList<>();
                for (String column : columns) {
                    if (KEYS.contains(column)) {
                        key.append(" | ").append(row.<Object>getAs(column));
                    }
                    values.add(ignored.contains(column) ? null : plain(row.getAs(column)));
                }
                if (rows.put(key.toString(), values) != null) {
                    throw new AssertionError("two rows say the same: " + key);
                }
            }
        }
        return new StoreSnapshot(rows);
    }

    /** How many rows the views have. */
    public int size() {
        return rows.size();
    }

    /** Every difference in words; none where the two are the same. */
    public List<String> differences(StoreSnapshot other) {
        List<String> differences = new ArrayList<>();
        rows.forEach((key, values) -> {
            List<Object> others = other.rows.get(key);
            if (others == null) {
                differences.add("only the first has " + key);
            } else if (!same(values, others)) {
                differences.add(key + ": " + values + " and " + others);
            }
        });
        other.rows.keySet().stream()
                .filter(key -> !rows.containsKey(key))
                .forEach(key -> differences.add("only the second has " + key));
        return differences;
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a.equals(b) || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return a.size() == b.size()
                    && java.util.stream.IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        return left == null ? right == null : left.equals(right);
    }

    /** Values whose equality is that of their content. */
    private static Object plain(Object value) {
        if (value instanceof Row row) {
            List<Object> fields = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                fields.add(plain(row.get(i)));
            }
            return fields;
        }
        if (value instanceof byte[] bytes) {
            return java.util.HexFormat.of().formatHex(bytes);
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<Object, Object> entries = new HashMap<>();
            scala.collection.JavaConverters.mapAsJavaMap(map).forEach((key, entry) -> entries.put(key, plain(entry)));
            return entries;
        }
        if (value instanceof scala.collection.Seq<?> list) {
            return scala.collection.JavaConverters.seqAsJavaList(list).stream()
                    .map(StoreSnapshot::plain)
                    .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        }
        return value;
    }
}
