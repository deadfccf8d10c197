package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.delta.exceptions.DeltaConcurrentModificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes rows that no reader can see any more. */
final class StoreCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCleaner.class);

    private final TableFolder tables;

    StoreCleaner(TableFolder tables) {
        this.tables = tables;
    }

    /**
     * Deletes the rows of every committed attempt at these subjects that is not their truth. Attempts without a row in
     * {@code runs} may be in flight and stay.
     */
    void removeSuperseded(List<RunFacts> committed) {
        Dataset<Row> sameSubjects = tables.read(StoreTable.RUNS)
                .where(isIn("monitor", committed, RunFacts::monitor)
                        .and(isIn("subject", committed, RunFacts::subject)));
        List<StoredRun> superseded = RunTruth.superseded(RunRows.read(sameSubjects));
        try {
            for (StoreTable table : StoreTable.data()) {
                List<Key> keys = superseded.stream()
                        .filter(run -> run.rowsIn(table) > 0)
                        .map(Key::of)
                        .toList();
                delete(table, keys);
            }
        } catch (DeltaConcurrentModificationException e) {
            LOG.warn("rows of replaced attempts stay until their windows are run again: other writers kept winning", e);
        }
    }

    int removeOrphans(Duration age) {
        Instant oldest = Instant.now().minus(age);
        // Data before runs: an attempt that commits in between must be found committed.
        Map<StoreTable, Dataset<Row>> written = new EnumMap<>(StoreTable.class);
        for (StoreTable table : StoreTable.data()) {
            written.put(
                    table,
                    tables.read(table)
                            .groupBy("monitor", "month", "run_id")
                            .agg(max("written_at").as("written_at")));
        }
        Dataset<Row> runs = tables.read(StoreTable.RUNS);
        Dataset<Row> truth = RunTruth.of(runs).select("monitor", "run_id");
        Dataset<Row> committed = runs.select("monitor", "run_id").withColumn("committed", lit(true));
        String[] join = {"monitor", "run_id"};
        Set<Key> removed = new HashSet<>();
        written.forEach((table, attempts) -> {
            Dataset<Row> dead = attempts.join(truth, join, "left_anti")
                    .join(committed, join, "left")
                    .where(col("committed").isNotNull().or(col("written_at").lt(lit(oldest))));
            List<Key> keys = dead.collectAsList().stream().map(Key::of).toList();
            delete(table, keys);
            removed.addAll(keys);
        });
        return removed.size();
    }

    private void delete(StoreTable table, List<Key> keys) {
        if (!keys.isEmpty()) {
            tables.delete(
                    table,
                    isIn("monitor", keys, Key::monitor)
                            .and(isIn("month", keys, Key::month))
                            .and(isIn("run_id", keys, Key::runId)),
                    keys.stream().map(Key::month).collect(Collectors.toSet()),
                    keys.stream().map(Key::runId).collect(Collectors.toSet()));
        }
    }

    private static <T> Column isIn(String column, Collection<T> items, Function<T, String> value) {
        return col(column).isin(items.stream().map(value).distinct().toArray());
    }

    private record Key(String monitor, String month, String runId) {
        static Key of(StoredRun run) {
            return new Key(run.facts().monitor(), WindowColumn.month(run.window()), run.runId());
        }

        static Key of(Row row) {
            return new Key(row.getAs("monitor"), row.getAs("month"), row.getAs("run_id"));
        }
    }
}
