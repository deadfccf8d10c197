package io.lakewarden.benchmarks.profile.worker;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.JavaConverters;

/**
 * The least that anybody who reads every cell through Spark's vectorized reader must do: decode each column and sum its
 * values or lengths in one loop.
 */
final class BareScanTask implements Task {
    private final SparkSession session;
    private final Path folder;

    BareScanTask(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
        // Beyond this many fields Spark gives up columnar reads, silently.
        session.conf().set("spark.sql.codegen.maxFields", Integer.MAX_VALUE);
    }

    @Override
    public Double run() {
        FileSourceScanExec scan = scan();
        StructType schema = scan.schema();
        return JavaRDD.fromRDD(scan.executeColumnar(), scala.reflect.ClassTag$.MODULE$.apply(ColumnarBatch.class))
                .mapPartitions(batches -> List.of(sum(batches, schema)).iterator())
                .collect()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private FileSourceScanExec scan() {
        SparkPlan plan =
                session.read().parquet(folder.toString()).queryExecution().executedPlan();
        SparkPlan leaf = JavaConverters.seqAsJavaList(plan.collectLeaves()).get(0);
        if (leaf instanceof FileSourceScanExec scan && scan.supportsColumnar()) {
            return scan;
        }
        throw new IllegalStateException("the scan of " + folder + " is not columnar: " + leaf.nodeName());
    }

    private static double sum(Iterator<ColumnarBatch> batches, StructType schema) {
        VectorSum[] sums = new VectorSum[schema.length()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = VectorSum.of(schema.fields()[i].dataType());
        }
        double total = 0;
        while (batches.hasNext()) {
            ColumnarBatch batch = batches.next();
            for (int i = 0; i < sums.length; i++) {
                total += sums[i].of(batch.column(i), batch.numRows());
            }
        }
        return total;
    }
}
