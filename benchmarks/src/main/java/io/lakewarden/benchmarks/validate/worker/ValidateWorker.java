package io.lakewarden.benchmarks.validate.worker;

import io.lakewarden.benchmarks.profile.worker.Serving;
import io.lakewarden.benchmarks.profile.worker.Sessions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The process of one competitor: {@code competitor table folder}. After a run it can be told what the run gave. */
public final class ValidateWorker {
    private ValidateWorker() {}

    /** Loads, says so, and serves. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = Serving.answers();
        try (SparkSession session = Sessions.start()) {
            ValidateTask task = ValidateTask.of(arguments[0], session, Path.of(arguments[1]), Path.of(arguments[2]));
            Serving.serve(answers, task, session.version(), Map.of("tell", told -> told));
        }
    }
}
