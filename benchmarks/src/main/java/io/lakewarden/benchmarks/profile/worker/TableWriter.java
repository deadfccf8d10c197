package io.lakewarden.benchmarks.profile.worker;

import io.lakewarden.benchmarks.profile.table.GeneratedColumn;
import io.lakewarden.benchmarks.profile.table.TableSize;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/** Writes a table as Spark writes Parquet by default. */
public final class TableWriter {
    private TableWriter() {}

    /** Writes a table: {@code folder rows columns}. */
    public static void main(String[] arguments) {
        TableSize size = new TableSize(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        try (SparkSession session = Sessions.start()) {
            write(session, size, Path.of(arguments[0]));
        }
    }

    /** Writes the files of a table in place of whatever stood there. */
    public static void write(SparkSession session, TableSize size, Path folder) {
        // Internal rows, since encoders of thousands of columns take longer to compile than to run.
        session.internalCreateDataFrame(rows(session, size).rdd(), SparkCells.schema(size.table()), false)
                .write()
                .mode("overwrite")
                .parquet(folder.toString());
    }

    private static JavaRDD<InternalRow> rows(SparkSession session, TableSize size) {
        int files = size.files();
        List<Integer> numbers = IntStream.range(0, files).boxed().toList();
        return JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(numbers, files)
                .mapPartitions(partition -> rows(size, partition.next(), files));
    }

    private static Iterator<InternalRow> rows(TableSize size, int file, int files) {
        List<GeneratedColumn> columns = size.table();
        return LongStream.range(size.rows() * file / files, size.rows() * (file + 1) / files)
                .mapToObj(row -> SparkCells.row(columns, row))
                .iterator();
    }
}
