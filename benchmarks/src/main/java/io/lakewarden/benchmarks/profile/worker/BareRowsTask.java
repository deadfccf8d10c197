package io.lakewarden.benchmarks.profile.worker;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** The same sums over the rows that Spark hands to whoever asks for rows. */
final class BareRowsTask implements Task {
    private final SparkSession session;
    private final Path folder;

    BareRowsTask(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    @Override
    public Double run() {
        Dataset<Row> data = session.read().parquet(folder.toString());
        StructType schema = data.schema();
        return data
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(rows -> List.of(sum(rows, schema)).iterator())
                .collect()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static double sum(Iterator<InternalRow> rows, StructType schema) {
        CellValue[] values = new CellValue[schema.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = CellValue.of(schema.fields()[i].dataType());
        }
        double total = 0;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            for (int i = 0; i < values.length; i++) {
                total += row.isNullAt(i) ? 0 : values[i].of(row, i);
            }
        }
        return total;
    }
}
