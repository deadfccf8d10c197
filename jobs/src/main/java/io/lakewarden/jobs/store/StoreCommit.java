package io.lakewarden.jobs.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/** The commit: data tables first, then {@code runs}, then the rows that are no longer true. */
final class StoreCommit {
    private final TableFolder tables;
    private final StoreCleaner cleaner;
    private final StoreListener listener;

    StoreCommit(TableFolder tables, StoreCleaner cleaner, StoreListener listener) {
        this.tables = tables;
        this.cleaner = cleaner;
        this.listener = listener;
    }

    void commit(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        requireDistinct(attempts);
        Instant writtenAt = now();
        Map<String, Map<String, Long>> rowsWritten = new HashMap<>();
        for (StoreTable table : StoreTable.data()) {
            append(table, attempts, writtenAt, rowsWritten);
            listener.wrote(table.tableName());
        }
        listener.wrote(StoreListener.BEFORE_RUNS);
        Instant committedAt = now();
        tables.append(
                StoreTable.RUNS,
                attempts.stream()
                        .map(Attempt::facts)
                        .map(facts -> RunRows.of(facts, rowsWritten.get(facts.runId()), committedAt))
                        .toList());
        listener.wrote(StoreTable.RUNS.tableName());
        cleaner.removeSuperseded(attempts.stream().map(Attempt::facts).toList());
        listener.wrote(StoreListener.SUPERSEDED);
    }

    private void append(
            StoreTable table, List<Attempt> attempts, Instant writtenAt, Map<String, Map<String, Long>> rowsWritten) {
        List<Row> all = new ArrayList<>();
        for (Attempt attempt : attempts) {
            List<Row> rows = rows(table, attempt, writtenAt);
            Map<String, Long> written =
                    rowsWritten.computeIfAbsent(attempt.facts().runId(), runId -> new LinkedHashMap<>());
            written.put(table.tableName(), (long) rows.size());
            long ofAllRows = AttemptColumns.countOfAllRows(table.schema(), rows);
            if (ofAllRows < rows.size()) {
                written.put(StoredRun.ofAllRows(table), ofAllRows);
            }
            all.addAll(rows);
        }
        if (!all.isEmpty()) {
            tables.append(table, all);
        }
    }

    private static List<Row> rows(StoreTable table, Attempt attempt, Instant writtenAt) {
        return switch (table) {
            case PROFILES -> ProfileRows.of(attempt, writtenAt);
            case PROFILE_METRICS -> ProfileMetricRows.of(attempt, writtenAt);
            case DRIFT_METRICS -> DriftMetricRows.of(attempt, writtenAt);
            case FINDINGS -> FindingRows.of(attempt, writtenAt);
            case RUNS -> throw new IllegalArgumentException("runs is no data table");
        };
    }

    private static void requireDistinct(List<Attempt> attempts) {
        Set<String> seen = new HashSet<>();
        for (Attempt attempt : attempts) {
            RunFacts facts = attempt.facts();
            if (!seen.add("id " + facts.runId())) {
                throw new IllegalArgumentException("run id " + facts.runId() + " names two attempts");
            }
            if (!seen.add("subject " + facts.monitor() + " " + facts.subject())) {
                throw new IllegalArgumentException(
                        "one commit holds two attempts of " + facts.subject() + " of monitor " + facts.monitor());
            }
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
