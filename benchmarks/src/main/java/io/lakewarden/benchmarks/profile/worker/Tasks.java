package io.lakewarden.benchmarks.profile.worker;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** The competitors on Spark by the names under which the harness starts them. */
final class Tasks {
    private static final Map<String, Maker> BY_NAME = new TreeMap<>(Map.of(
            "ours", OursTask::whole,
            "ours-bins", OursTask::binned,
            "ours-slices", OursTask::sliced,
            "bare-scan", BareScanTask::new,
            "bare-rows", BareRowsTask::new,
            "spark-builtins", (session, folder) -> new BuiltinsTask(session, folder, BuiltinsTask.Accuracy.LIKE_OURS),
            "spark-defaults", (session, folder) -> new BuiltinsTask(session, folder, BuiltinsTask.Accuracy.DEFAULTS),
            "deequ", (session, folder) -> new DeequTask(session, folder, false),
            "deequ-kll", (session, folder) -> new DeequTask(session, folder, true)));

    private Tasks() {}

    @FunctionalInterface
    private interface Maker {
        Task make(SparkSession session, Path folder);
    }

    static Task of(String name, SparkSession session, Path folder) {
        Maker maker = BY_NAME.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no competitor on Spark is named '" + name + "'");
        }
        return maker.make(session, folder);
    }
}
