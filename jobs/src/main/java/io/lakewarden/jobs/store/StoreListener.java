package io.lakewarden.jobs.store;

import java.util.List;
import java.util.stream.Stream;

/** Hears of each step of a commit as soon as it is durable. What it throws ends the commit there. */
@FunctionalInterface
public interface StoreListener {
    /** All data tables are written and nothing of the attempts is visible yet. */
    String BEFORE_RUNS = "before-runs";

    /** The rows of replaced attempts are gone. */
    String SUPERSEDED = "superseded";

    /** Hears nothing. */
    StoreListener SILENT = step -> {};

    /** Called after {@code step}: a table's name, {@link #BEFORE_RUNS} or {@link #SUPERSEDED}. */
    void wrote(String step);

    /** Every step of a commit, in order. */
    static List<String> steps() {
        return Stream.concat(
                        StoreTable.data().stream().map(StoreTable::tableName),
                        Stream.of(BEFORE_RUNS, StoreTable.RUNS.tableName(), SUPERSEDED))
                .toList();
    }
}
