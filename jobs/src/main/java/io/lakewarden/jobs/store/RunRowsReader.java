package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Reads what given runs have in a data table. Each table has snapshots of its own, so that between reading {@code runs}
 * and the table a run may be replaced and its rows deleted: the counts that {@code runs} holds tell, and the read is
 * repeated with the new truth.
 */
final class RunRowsReader {
    private static final int ATTEMPTS = 5;

    private final TableFolder tables;

    RunRowsReader(TableFolder tables) {
        this.tables = tables;
    }

    /** The rows of each run, in the order of the runs; {@code columns} must hold {@code run_id}. */
    Map<StoredRun, List<Row>> read(StoreTable table, Supplier<List<StoredRun>> truth, List<String> columns) {
        return read(table, truth, columns, lit(true), run -> run.rowsIn(table));
    }

    /** The same without the rows that are about a slice. */
    Map<StoredRun, List<Row>> readOfAllRows(StoreTable table, Supplier<List<StoredRun>> truth, List<String> columns) {
        return read(table, truth, columns, AttemptColumns.ofAllRows(), run -> run.rowsOfAllRowsIn(table));
    }

    /**
     * Those of them that meet a condition, which no count tells. A run's rows are deleted after {@code runs} has another truth:
     * where that is the same before and after, they were all there.
     */
    Map<StoredRun, List<Row>> readSome(
            StoreTable table, Supplier<List<StoredRun>> truth, List<String> columns, Column condition) {
        List<StoredRun> runs = truth.get();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<String, List<Row>> byRun = byRun(rows(table, runs, columns, condition));
            List<StoredRun> after = truth.get();
            if (after.equals(runs)) {
                Map<StoredRun, List<Row>> some = new LinkedHashMap<>();
                runs.forEach(run -> some.put(run, byRun.getOrDefault(run.runId(), List.of())));
                return some;
            }
            runs = after;
        }
        throw new IllegalStateException("other processes replace the runs of the store while its table "
                + table.tableName() + " is read; run these windows again");
    }

    private static Map<String, List<Row>> byRun(List<Row> rows) {
        Map<String, List<Row>> byRun = new LinkedHashMap<>();
        for (Row row : rows) {
            byRun.computeIfAbsent(row.getAs("run_id"), runId -> new ArrayList<>())
                    .add(row);
        }
        return byRun;
    }

    private Map<StoredRun, List<Row>> read(
            StoreTable table,
            Supplier<List<StoredRun>> truth,
            List<String> columns,
            Column condition,
            ToLongFunction<StoredRun> promised) {
        List<StoredRun> runs = List.of();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            runs = truth.get();
            Optional<Map<StoredRun, List<Row>>> rows = whole(table, runs, columns, condition, promised);
            if (rows.isPresent()) {
                return rows.get();
            }
        }
        throw new IllegalStateException("the store's table " + table.tableName() + " lacks rows that runs promises for "
                + runs.stream().map(StoredRun::runId).toList()
                + "; if no other process writes to the store, run these windows again");
    }

    private Optional<Map<StoredRun, List<Row>>> whole(
            StoreTable table,
            List<StoredRun> runs,
            List<String> columns,
            Column condition,
            ToLongFunction<StoredRun> promised) {
        Map<String, List<Row>> byRun = runs.stream().anyMatch(run -> promised.applyAsLong(run) > 0)
                ? byRun(rows(table, runs, columns, condition))
                : Map.of();
        Map<StoredRun, List<Row>> whole = new LinkedHashMap<>();
        for (StoredRun run : runs) {
            List<Row> rows = byRun.getOrDefault(run.runId(), List.of());
            if (rows.size() != promised.applyAsLong(run)) {
                return Optional.empty();
            }
            whole.put(run, rows);
        }
        return Optional.of(whole);
    }

    private List<Row> rows(StoreTable table, List<StoredRun> runs, List<String> columns, Column condition) {
        return tables.read(table)
                .where(col("monitor")
                        .isin(distinct(runs.stream().map(run -> run.facts().monitor())))
                        .and(col("month").isin(distinct(runs.stream().map(run -> WindowColumn.month(run.window())))))
                        .and(col("run_id").isin(distinct(runs.stream().map(StoredRun::runId))))
                        .and(condition))
                .selectExpr(columns.toArray(String[]::new))
                .collectAsList();
    }

    private static Object[] distinct(Stream<String> values) {
        return values.distinct().toArray();
    }
}
