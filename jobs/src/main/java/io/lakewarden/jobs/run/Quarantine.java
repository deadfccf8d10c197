package io.lakewarden.jobs.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.jobs.config.Publish;
import io.lakewarden.jobs.config.QuarantineConfig;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.store.QuarantineTable;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.rules.JudgedRule;
import io.lakewarden.rules.RowMarks;
import io.lakewarden.rules.Rule;
import io.lakewarden.rules.check.RuleData;
import io.lakewarden.rules.sql.SparkMessages;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/**
 * Tells the rows of a window apart, once the verdict on it stands: rows that fail a rule of severity fail are quarantined,
 * the others are clean, or held back where only windows that pass are published.
 */
final class Quarantine {
    private static final String CLEAN = "clean";
    private static final String HELD = "held";
    private static final String QUARANTINED = "quarantined";
    private static final String SOURCE = "quarantine";
    private static final String ROWS = "rows";

    /** The key of the finding about where rows went. */
    static final String KEY = SOURCE + "/" + Finding.TABLE + "/" + ROWS;

    private final QuarantineConfig config;
    private final QuarantineTable table;

    Quarantine(QuarantineConfig config, SparkSession session) {
        this.config = config;
        this.table = QuarantineTable.at(session, config.path());
    }

    /** The rows of a window as they were quarantined or passed, and perhaps put right since. */
    Dataset<Row> content(Window window) {
        return table.content(window)
                .filter(rows -> !rows.isEmpty())
                .orElseThrow(() -> new UserException("there are no rows of " + window + " to replay in " + config.path()
                        + "; run 'lakewarden validate' without --replay first"));
    }

    /**
     * Writes the rows of a window.
     *
     * @param data the rows, not yet joined with anything
     * @param judged what the rules say of the window
     * @param rowCount how many rows there are
     * @return how the rows add up
     */
    Finding write(Window window, String runId, RuleData data, List<JudgedRule> judged, long rowCount) {
        boolean passed = judged.stream()
                .map(rule -> rule.finding().status())
                .noneMatch(status -> status == Status.FAIL || status == Status.ERROR);
        String right = config.publish() == Publish.ALWAYS || passed ? CLEAN : HELD;
        List<Rule> telling = judged.stream()
                .filter(JudgedRule::tellsRowsApart)
                .map(JudgedRule::rule)
                .toList();
        Map<String, Long> counts = replace(window, runId, staged(RowMarks.mark(data, telling), right));
        long written = counts.values().stream().mapToLong(Long::longValue).sum();
        String told = List.of(CLEAN, HELD, QUARANTINED).stream()
                .filter(outcome -> !outcome.equals(right.equals(CLEAN) ? HELD : CLEAN))
                .map(outcome -> counts.getOrDefault(outcome, 0L) + " " + outcome)
                .collect(Collectors.joining(" + "));
        return Finding.of(
                SOURCE,
                Finding.TABLE,
                ROWS,
                written == rowCount ? Status.PASS : Status.ERROR,
                told,
                rowCount + " rows",
                written == rowCount
                        ? rowCount + " rows = " + told + ", in " + config.path() + "."
                        : "The rows do not add up: the window has " + rowCount + ", but " + told + " were written to "
                                + config.path() + "; was the source written to meanwhile?");
    }

    private Map<String, Long> replace(Window window, String runId, Dataset<Row> staged) {
        try {
            return table.replace(window, runId, staged);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // Scala throws AnalysisException without declaring it.
            throw new UserException(
                    "quarantine: the table at " + config.path() + " cannot hold these rows: " + SparkMessages.brief(e),
                    e);
        }
    }

    private Dataset<Row> staged(Dataset<Row> marked, String right) {
        List<Column> columns = JavaConverters.seqAsJavaList(
                        marked.queryExecution().analyzed().output())
                .stream()
                .map(Column::new)
                .toList();
        int own = columns.size() - 2;
        Column failed = columns.get(own);
        Column[] key = config.key().stream()
                .map(path -> ResolvedColumn.find(marked, path)
                        .orElseThrow(() -> new UserException("quarantine.key: there is no column '" + path + "'"))
                        .column()
                        .cast("string"))
                .toArray(Column[]::new);
        return marked.select(
                when(size(failed).gt(0), lit(QUARANTINED)).otherwise(lit(right)).as(QuarantineTable.OUTCOME),
                array(key).as("key"),
                failed.as(RowMarks.FAILED),
                columns.get(own + 1).as(RowMarks.WARNED),
                struct(columns.subList(0, own).toArray(Column[]::new)).as(QuarantineTable.ROW));
    }
}
