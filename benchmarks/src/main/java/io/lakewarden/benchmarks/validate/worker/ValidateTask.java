package io.lakewarden.benchmarks.validate.worker;

import io.lakewarden.benchmarks.profile.worker.Task;
import io.lakewarden.benchmarks.validate.worker.ScanCounts.Counts;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;

/** One competitor's work, with what Spark did for it. */
final class ValidateTask implements Task {
    private final Verifier verifier;
    private final ScanCounts counts;

    private ValidateTask(Verifier verifier, ScanCounts counts) {
        this.verifier = verifier;
        this.counts = counts;
    }

    /**
     * What a run gave.
     *
     * @param verdicts for each rule that was judged, whether it holds
     * @param counts what Spark did
     */
    record Told(SortedMap<String, Boolean> verdicts, Counts counts) {}

    /**
     * A competitor by its name.
     *
     * @param table the files of the table
     * @param folder where it may write
     */
    static ValidateTask of(String name, SparkSession session, Path table, Path folder) {
        Verifier verifier =
                switch (name) {
                    case "deequ" -> new DeequVerifier(session, table);
                    case "ours-alone" -> RulesVerifier.alone(session, table, folder);
                    case "ours-standing" -> RulesVerifier.standing(session, table, folder);
                    case "ours-command" -> CommandVerifier.plain(table, folder);
                    case "ours-quarantine" -> CommandVerifier.quarantining(table, folder);
                    case "bare-write" -> new WriteVerifier(session, table, folder);
                    default -> throw new IllegalArgumentException("no competitor is named '" + name + "'");
                };
        return new ValidateTask(verifier, ScanCounts.of(session));
    }

    @Override
    public Told run() {
        return new Told(verifier.verify(), counts.take());
    }
}
