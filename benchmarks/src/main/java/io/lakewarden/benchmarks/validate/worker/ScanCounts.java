package io.lakewarden.benchmarks.validate.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlanInfo;
import org.apache.spark.sql.execution.ui.SparkListenerSQLAdaptiveExecutionUpdate;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.JavaConverters;

/** Counts what Spark does: its jobs, and what their tasks read and write. */
final class ScanCounts extends SparkListener {
    private final SparkSession session;
    private final Map<Long, Integer> columnsByMetric = new HashMap<>();
    private Counts counts = Counts.NONE;

    private ScanCounts(SparkSession session) {
        this.session = session;
    }

    /**
     * What was done.
     *
     * @param jobs of Spark
     * @param rowsRead rows that scans of files gave of which they read any column
     * @param cellsRead those rows, times the columns that were read of each
     * @param bytesRead of files
     * @param bytesShuffled written for other tasks
     * @param rowsWritten to files
     * @param bytesWritten to files
     */
    record Counts(
            long jobs,
            long rowsRead,
            long cellsRead,
            long bytesRead,
            long bytesShuffled,
            long rowsWritten,
            long bytesWritten) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        private Counts plus(Counts more) {
            return new Counts(
                    jobs + more.jobs,
                    rowsRead + more.rowsRead,
                    cellsRead + more.cellsRead,
                    bytesRead + more.bytesRead,
                    bytesShuffled + more.bytesShuffled,
                    rowsWritten + more.rowsWritten,
                    bytesWritten + more.bytesWritten);
        }
    }

    /** Counts what a session does from now on. */
    static ScanCounts of(SparkSession session) {
        ScanCounts counts = new ScanCounts(session);
        counts.drain();
        session.sparkContext().addSparkListener(counts);
        return counts;
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        counts = counts.plus(new Counts(1, 0, 0, 0, 0, 0, 0));
    }

    @Override
    public synchronized void onOtherEvent(SparkListenerEvent event) {
        if (event instanceof SparkListenerSQLExecutionStart start) {
            findScans(start.sparkPlanInfo());
        } else if (event instanceof SparkListenerSQLAdaptiveExecutionUpdate update) {
            findScans(update.sparkPlanInfo());
        }
    }

    private void findScans(SparkPlanInfo plan) {
        Option<String> schema = plan.metadata().get("ReadSchema");
        if (schema.isDefined()) {
            JavaConverters.seqAsJavaList(plan.metrics()).stream()
                    .filter(metric -> metric.name().equals("number of output rows"))
                    .forEach(metric -> columnsByMetric.put(metric.accumulatorId(), columns(schema.get())));
        }
        JavaConverters.seqAsJavaList(plan.children()).forEach(this::findScans);
    }

    private static int columns(String schema) {
        return schema.equals("struct<>") ? 0 : ((StructType) DataType.fromDDL(schema)).length();
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics task = end.taskMetrics();
        if (task == null) {
            return;
        }
        long rows = 0;
        long cells = 0;
        for (AccumulableInfo metric :
                JavaConverters.seqAsJavaList(end.taskInfo().accumulables().toSeq())) {
            int columns = columnsByMetric.getOrDefault(metric.id(), 0);
            if (columns > 0 && metric.update().isDefined()) {
                long more = ((Number) metric.update().get()).longValue();
                rows += more;
                cells += more * columns;
            }
        }
        counts = counts.plus(new Counts(
                0,
                rows,
                cells,
                task.inputMetrics().bytesRead(),
                task.shuffleWriteMetrics().bytesWritten(),
                task.outputMetrics().recordsWritten(),
                task.outputMetrics().bytesWritten()));
    }

    /** What was done since the last call. */
    Counts take() {
        drain();
        synchronized (this) {
            Counts taken = counts;
            counts = Counts.NONE;
            return taken;
        }
    }

    /** Events come later than what they are about. */
    private void drain() {
        try {
            session.sparkContext().listenerBus().waitUntilEmpty();
        } catch (TimeoutException e) {
            throw new IllegalStateException("Spark's events do not end", e);
        }
    }
}
