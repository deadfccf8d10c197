package io.lakewarden.spark.profile;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.PartitionDirectory;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * The files of one scan, listed once for all of its parts: to list those of a Delta table is a Spark job. All parts have
 * the same predicates.
 */
final class ListedFiles implements FileIndex {
    private final FileIndex files;
    private Seq<PartitionDirectory> listed;

    ListedFiles(FileIndex files) {
        this.files = files;
    }

    @Override
    public synchronized Seq<PartitionDirectory> listFiles(
            Seq<Expression> partitionFilters, Seq<Expression> dataFilters) {
        if (listed == null) {
            listed = files.listFiles(partitionFilters, dataFilters);
        }
        return listed;
    }

    @Override
    public Seq<Path> rootPaths() {
        return files.rootPaths();
    }

    @Override
    public String[] inputFiles() {
        return files.inputFiles();
    }

    @Override
    public void refresh() {
        files.refresh();
    }

    @Override
    public long sizeInBytes() {
        return files.sizeInBytes();
    }

    @Override
    public StructType partitionSchema() {
        return files.partitionSchema();
    }
}
