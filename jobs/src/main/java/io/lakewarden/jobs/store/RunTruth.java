package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which attempts count: for each monitor and subject the one committed last, and of those committed in the same
 * microsecond the one with the greatest id. A function of the rows of {@code runs} alone, so that all readers agree and
 * concurrent commits need not. Said twice: in SQL for views, and in Java where a few rows are already at hand and a
 * shuffle would only cost time.
 */
final class RunTruth {
    private static final String RECENCY =
            "row_number() OVER (PARTITION BY monitor, subject" + " ORDER BY committed_at DESC, run_id DESC)";

    private static final Comparator<StoredRun> BY_COMMIT =
            Comparator.comparing(StoredRun::committedAt).thenComparing(StoredRun::runId);

    private RunTruth() {}

    /** The rows of {@code runs} that are the truth of their subject. */
    static Dataset<Row> of(Dataset<Row> runs) {
        return runs.withColumn("recency", expr(RECENCY))
                .where(col("recency").equalTo(1))
                .drop("recency");
    }

    /** The runs that are the truth of their subject, by window; {@code all} holds all runs of each subject in it. */
    static List<StoredRun> of(Collection<StoredRun> all) {
        return latest(all).values().stream()
                .sorted(Comparator.comparing(StoredRun::window))
                .toList();
    }

    /** The runs that another one has replaced; {@code all} holds all runs of each subject in it. */
    static List<StoredRun> superseded(Collection<StoredRun> all) {
        Map<Subject, StoredRun> latest = latest(all);
        return all.stream()
                .filter(run -> !Objects.equals(latest.get(Subject.of(run)), run))
                .toList();
    }

    private static Map<Subject, StoredRun> latest(Collection<StoredRun> all) {
        Map<Subject, StoredRun> latest = new HashMap<>();
        all.forEach(run ->
                latest.merge(Subject.of(run), run, (one, other) -> BY_COMMIT.compare(one, other) >= 0 ? one : other));
        return latest;
    }

    private record Subject(String monitor, String name) {
        static Subject of(StoredRun run) {
            return new Subject(run.facts().monitor(), run.facts().subject());
        }
    }
}
