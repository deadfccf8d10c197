package io.lakewarden.jobs.store;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.metric.SQLMetrics;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map.Map2;

/**
 * Deletes the rows of runs by taking files out of the table's log, without reading or writing one. It can where every file
 * that may hold such rows holds those of one run alone, which the log's statistics prove: the least and the greatest
 * {@code run_id} of the file are that run's. This is how files come out of a commit unless windows share a month.
 */
final class WholeFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession session;
    private final Column condition;
    private final Set<String> months;
    private final Set<String> runs;

    /**
     * A delete.
     *
     * @param session the store's
     * @param condition what the rows have in common; kept in the table's history
     * @param months the months that the rows are filed under
     * @param runs the ids of the runs
     */
    WholeFiles(SparkSession session, Column condition, Set<String> months, Set<String> runs) {
        this.session = session;
        this.condition = condition;
        this.months = Set.copyOf(months);
        this.runs = Set.copyOf(runs);
    }

    /** Deletes the rows in one commit; false, and nothing is done, where no file will do or some have to be rewritten. */
    boolean deleteFrom(String table) {
        try {
            return session.withActive(() -> delete(DeltaLog.forTable(session, table)));
        } catch (LinkageError e) {
            // A cluster may bring a Delta of its own, whose log is another inside.
            return false;
        }
    }

    private boolean delete(DeltaLog log) {
        OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
        List<Action> removed = new ArrayList<>();
        long rows = 0;
        long now = System.currentTimeMillis();
        Column filed = col("partitionValues").getItem("month").isin(months.toArray());
        for (AddFile file : transaction.snapshot().allFiles().where(filed).collectAsList()) {
            Optional<Content> content = Content.of(file.stats());
            if (content.isEmpty()) {
                return false;
            }
            if (content.get().isOneOf(runs)) {
                removed.add(file.removeWithTimestamp(now, true));
                rows += content.get().rows();
            } else if (content.get().mayHoldAnyOf(runs)) {
                return false;
            }
        }
        if (removed.isEmpty()) {
            return false;
        }
        transaction.registerSQLMetrics(
                session,
                new Map2<>(
                        "numRemovedFiles", metric("numRemovedFiles", removed.size()),
                        "numDeletedRows", metric("numDeletedRows", rows)));
        transaction.commit(seq(removed), new DeltaOperations.Delete(seq(List.of(condition.expr()))));
        return true;
    }

    private SQLMetric metric(String name, long value) {
        SQLMetric metric = SQLMetrics.createMetric(session.sparkContext(), name);
        metric.set(value);
        return metric;
    }

    private static <T> Seq<T> seq(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }

    /**
     * What statistics say of the run ids in a file.
     *
     * @param least no id is smaller
     * @param greatest no id is greater
     * @param rows how many rows there are
     */
    private record Content(String least, String greatest, long rows) {
        static Optional<Content> of(String statistics) {
            if (statistics == null) {
                return Optional.empty();
            }
            try {
                JsonNode read = JSON.readTree(statistics);
                JsonNode least = read.at("/minValues/run_id");
                JsonNode greatest = read.at("/maxValues/run_id");
                return least.isTextual() && greatest.isTextual()
                        ? Optional.of(new Content(
                                least.textValue(),
                                greatest.textValue(),
                                read.path("numRecords").asLong()))
                        : Optional.empty();
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        }

        /** Delta cuts long texts off, the greatest upwards: two that are the same are whole. */
        boolean isOneOf(Set<String> runs) {
            return least.equals(greatest) && runs.contains(least);
        }

        boolean mayHoldAnyOf(Set<String> runs) {
            return runs.stream().anyMatch(run -> least.compareTo(run) <= 0 && run.compareTo(greatest) <= 0);
        }
    }
}
