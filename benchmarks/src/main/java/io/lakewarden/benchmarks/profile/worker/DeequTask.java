package io.lakewarden.benchmarks.profile.worker;

import com.amazon.deequ.profiles.ColumnProfilerRunBuilder;
import com.amazon.deequ.profiles.ColumnProfilerRunner;
import com.amazon.deequ.profiles.ColumnProfiles;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Deequ's profiler with its defaults, with or without its KLL sketches. */
final class DeequTask implements Task {
    private final SparkSession session;
    private final Path folder;
    private final boolean sketches;

    DeequTask(SparkSession session, Path folder, boolean sketches) {
        this.session = session;
        this.folder = folder;
        this.sketches = sketches;
    }

    @Override
    public ColumnProfiles run() {
        ColumnProfilerRunBuilder builder =
                new ColumnProfilerRunner().onData(session.read().parquet(folder.toString()));
        return (sketches ? builder.withKLLProfiling() : builder).run();
    }
}
