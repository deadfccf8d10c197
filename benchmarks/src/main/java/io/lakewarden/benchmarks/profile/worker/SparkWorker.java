package io.lakewarden.benchmarks.profile.worker;

import io.lakewarden.benchmarks.profile.accuracy.AccuracyCheck;
import io.lakewarden.benchmarks.profile.table.TableSize;
import io.lakewarden.profile.DatasetProfile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The process of one competitor: {@code competitor folder rows columns}. Ours can be asked for its accuracy. */
public final class SparkWorker {
    private SparkWorker() {}

    /** Loads, says so, and serves. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = Serving.answers();
        TableSize size = new TableSize(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
        try (SparkSession session = Sessions.start()) {
            Serving.serve(
                    answers,
                    Tasks.of(arguments[0], session, Path.of(arguments[1])),
                    session.version(),
                    Map.of("accuracy", last -> AccuracyCheck.check((DatasetProfile) last, size)));
        }
    }
}
