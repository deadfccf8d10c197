package io.lakewarden.spark.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/**
 * Spark's scan of files made fit for wide tables. Spark reads row by row beyond {@code spark.sql.codegen.maxFields} columns
 * (100), to spare the compiler, which has no part in our scan; settings are changed in a session of the scan's own. And
 * a part of a scan reads some of its columns only.
 */
final class WideScan {
    /** Values in a batch of all columns, so that the vectors of thousands of them stay small. */
    private static final int VALUES = 1 << 21;

    private static final int FEWEST_ROWS = 256;

    /** Rows in a batch that is split into slices: with too few in each, all time goes into going from state to state. */
    private static final int ROWS_FOR_SLICES = 1 << 14;

    private static final String BATCH_SIZE = "spark.sql.parquet.columnarReaderBatchSize";

    private WideScan() {}

    /** The scan itself, or the same scan without the limit where it is wider. */
    static FileSourceScanExec columnar(FileSourceScanExec scan) {
        SQLConf settings = scan.relation().sparkSession().sessionState().conf();
        if (scan.supportsColumnar() || !WholeStageCodegenExec.isTooManyFields(settings, scan.schema())) {
            return scan;
        }
        SparkSession session = scan.relation().sparkSession().cloneSession();
        session.conf().set("spark.sql.codegen.maxFields", Integer.MAX_VALUE);
        session.conf().set(BATCH_SIZE, Math.min(settings.parquetVectorizedReaderBatchSize(), mostRows(scan)));
        return in(session, scan);
    }

    private static int mostRows(FileSourceScanExec scan) {
        return Math.max(FEWEST_ROWS, VALUES / Math.max(1, scan.schema().length()));
    }

    /** The same scan in batches that are worth being split into slices. */
    static FileSourceScanExec forSlices(FileSourceScanExec scan) {
        int rows = Math.min(ROWS_FOR_SLICES, mostRows(scan));
        SparkSession session = scan.relation().sparkSession();
        if (session.sessionState().conf().parquetVectorizedReaderBatchSize() >= rows) {
            return scan;
        }
        SparkSession own = session.cloneSession();
        own.conf().set(BATCH_SIZE, rows);
        return in(own, scan);
    }

    private static FileSourceScanExec in(SparkSession session, FileSourceScanExec scan) {
        return copy(
                scan, in(session, scan.relation(), scan.relation().location()), scan.output(), scan.requiredSchema());
    }

    /** The same scan for several parts, which list its files together. */
    static FileSourceScanExec listedOnce(FileSourceScanExec scan) {
        HadoopFsRelation relation = scan.relation();
        return copy(
                scan,
                in(relation.sparkSession(), relation, new ListedFiles(relation.location())),
                scan.output(),
                scan.requiredSchema());
    }

    /** The same scan without some columns of the files. */
    static FileSourceScanExec without(Set<ExprId> columns, FileSourceScanExec scan) {
        List<Attribute> output = ScalaLists.of(scan.output());
        StructType files = scan.requiredSchema();
        List<Attribute> kept = new ArrayList<>();
        List<StructField> required = new ArrayList<>();
        for (int i = 0; i < output.size(); i++) {
            // What files hold comes first, then what their folders say.
            boolean inFiles = i < files.length();
            if (!inFiles || !columns.contains(output.get(i).exprId())) {
                kept.add(output.get(i));
                if (inFiles) {
                    required.add(files.apply(i));
                }
            }
        }
        return kept.size() == output.size()
                ? scan
                : copy(
                        scan,
                        scan.relation(),
                        JavaConverters.asScalaBuffer(kept).toList(),
                        new StructType(required.toArray(StructField[]::new)));
    }

    private static FileSourceScanExec copy(
            FileSourceScanExec scan, HadoopFsRelation relation, Seq<Attribute> output, StructType required) {
        return new FileSourceScanExec(
                relation,
                output,
                required,
                scan.partitionFilters(),
                scan.optionalBucketSet(),
                scan.optionalNumCoalescedBuckets(),
                scan.dataFilters(),
                scan.tableIdentifier(),
                scan.disableBucketedScan());
    }

    private static HadoopFsRelation in(SparkSession session, HadoopFsRelation relation, FileIndex files) {
        return new HadoopFsRelation(
                files,
                relation.partitionSchema(),
                relation.dataSchema(),
                relation.bucketSpec(),
                relation.fileFormat(),
                relation.options(),
                session);
    }
}
