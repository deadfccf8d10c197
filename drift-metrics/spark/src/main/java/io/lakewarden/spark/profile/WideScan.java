package io.lakewarden.spark.profile;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.internal.SQLConf;

/**
 * Keeps the scan of a wide table columnar. Spark reads row by row beyond {@code spark.sql.codegen.maxFields} columns (100),
 * to spare the compiler, which has no part in our scan. Settings are changed in a session of the scan's own.
 */
final class WideScan {
    /** Values in a batch, so that the vectors of thousands of columns stay small. */
    private static final int VALUES = 1 << 21;

    private static final int FEWEST_ROWS = 256;

    private WideScan() {}

    /** The scan itself, or the same scan without the limit where it is wider. */
    static FileSourceScanExec columnar(FileSourceScanExec scan) {
        SQLConf settings = scan.relation().sparkSession().sessionState().conf();
        if (scan.supportsColumnar() || !WholeStageCodegenExec.isTooManyFields(settings, scan.schema())) {
            return scan;
        }
        SparkSession session = scan.relation().sparkSession().cloneSession();
        int rows = Math.max(FEWEST_ROWS, VALUES / scan.schema().length());
        session.conf().set("spark.sql.codegen.maxFields", Integer.MAX_VALUE);
        session.conf()
                .set(
                        "spark.sql.parquet.columnarReaderBatchSize",
                        Math.min(settings.parquetVectorizedReaderBatchSize(), rows));
        return new FileSourceScanExec(
                in(session, scan.relation()),
                scan.output(),
                scan.requiredSchema(),
                scan.partitionFilters(),
                scan.optionalBucketSet(),
                scan.optionalNumCoalescedBuckets(),
                scan.dataFilters(),
                scan.tableIdentifier(),
                scan.disableBucketedScan());
    }

    private static HadoopFsRelation in(SparkSession session, HadoopFsRelation relation) {
        return new HadoopFsRelation(
                relation.location(),
                relation.partitionSchema(),
                relation.dataSchema(),
                relation.bucketSpec(),
                relation.fileFormat(),
                relation.options(),
                session);
    }
}
