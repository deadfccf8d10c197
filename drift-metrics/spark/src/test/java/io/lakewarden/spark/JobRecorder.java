package io.lakewarden.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/** Counts the Spark jobs that some work starts, and their stages. */
public final class JobRecorder extends SparkListener {
    private final List<Integer> stagesOfJobs = Collections.synchronizedList(new ArrayList<>());

    private JobRecorder() {}

    /** The number of stages of each job that the work started, in the order of their starts. */
    public static List<Integer> stagesOfJobs(SparkSession session, Runnable work) throws Exception {
        SparkContext context = session.sparkContext();
        JobRecorder recorder = new JobRecorder();
        context.listenerBus().waitUntilEmpty();
        context.addSparkListener(recorder);
        try {
            work.run();
            context.listenerBus().waitUntilEmpty();
        } finally {
            context.removeSparkListener(recorder);
        }
        return List.copyOf(recorder.stagesOfJobs);
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        stagesOfJobs.add(job.stageInfos().size());
    }
}
