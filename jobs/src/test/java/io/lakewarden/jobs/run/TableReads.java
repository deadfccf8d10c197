package io.lakewarden.jobs.run;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlanInfo;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import scala.Option;
import scala.collection.JavaConverters;

/** Counts how often some work reads a table, whatever session it does so in. */
final class TableReads extends SparkListener {
    private final String place;
    private final AtomicInteger count = new AtomicInteger();

    private TableReads(Path table) {
        this.place = table + "]";
    }

    /** The number of scans of the files of a table in the queries that the work starts. */
    static int of(Path table, SparkSession session, Runnable work) throws Exception {
        SparkContext context = session.sparkContext();
        TableReads reads = new TableReads(table);
        context.listenerBus().waitUntilEmpty();
        context.addSparkListener(reads);
        try {
            work.run();
            context.listenerBus().waitUntilEmpty();
        } finally {
            context.removeSparkListener(reads);
        }
        return reads.count.get();
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
        if (event instanceof SparkListenerSQLExecutionStart start) {
            count(start.sparkPlanInfo());
        }
    }

    private void count(SparkPlanInfo plan) {
        Option<String> location = plan.metadata().get("Location");
        if (location.isDefined() && location.get().endsWith(place)) {
            count.incrementAndGet();
        }
        JavaConverters.seqAsJavaList(plan.children()).forEach(this::count);
    }
}
