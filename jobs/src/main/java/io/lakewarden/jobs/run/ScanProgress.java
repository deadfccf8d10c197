package io.lakewarden.jobs.run;

import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Turns Spark's tasks into progress: how much of the running stages is done, and how many rows were read. */
final class ScanProgress extends SparkListener implements AutoCloseable {
    private final SparkContext context;
    private final Progress progress;
    private final ConcurrentMap<Integer, Stage> running = new ConcurrentHashMap<>();

    private ScanProgress(SparkContext context, Progress progress) {
        this.context = context;
        this.progress = progress;
    }

    /** Listens until closed. */
    static ScanProgress on(SparkContext context, Progress progress) {
        ScanProgress listener = new ScanProgress(context, progress);
        context.addSparkListener(listener);
        return listener;
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted event) {
        running.put(event.stageInfo().stageId(), new Stage(event.stageInfo().numTasks(), 0, 0));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        long read = event.taskMetrics() == null
                ? 0
                : event.taskMetrics().inputMetrics().recordsRead();
        running.computeIfPresent(event.stageId(), (id, stage) -> stage.plusTask(read));
        int tasks = running.values().stream().mapToInt(Stage::tasks).sum();
        int done = running.values().stream().mapToInt(Stage::done).sum();
        long rows = running.values().stream().mapToLong(Stage::rows).sum();
        progress.update(
                tasks == 0 ? 0 : (double) done / tasks, rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows));
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted event) {
        running.remove(event.stageInfo().stageId());
    }

    @Override
    public void close() {
        context.removeSparkListener(this);
    }

    private record Stage(int tasks, int done, long rows) {
        Stage plusTask(long read) {
            return new Stage(tasks, done + 1, rows + read);
        }
    }
}
