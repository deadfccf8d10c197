package io.lakewarden.jobs.source;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.collection.JavaConverters;

/** The columns that files are laid out by, as Spark knows them: of folders called {@code column=value}, and of Delta tables. */
final class PartitionColumns {
    private PartitionColumns() {}

    /** Their names, outermost first; none of data that are no files. */
    static List<String> of(Dataset<Row> data) {
        List<LogicalPlan> leaves =
                JavaConverters.seqAsJavaList(data.queryExecution().analyzed().collectLeaves());
        return leaves.stream()
                .flatMap(leaf ->
                        leaf instanceof LogicalRelation logical && logical.relation() instanceof HadoopFsRelation files
                                ? Stream.of(files.partitionSchema().fieldNames())
                                : Stream.empty())
                .distinct()
                .toList();
    }
}
