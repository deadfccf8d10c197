package io.lakewarden.benchmarks.profile.worker;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.kurtosis;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.skewness;
import static org.apache.spark.sql.functions.stddev;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;

/** What Spark's own functions give in one aggregation. */
final class BuiltinsTask implements Task {
    /** The quantiles that a profile names. */
    private static final double[] QUANTILES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

    private final SparkSession session;
    private final Path folder;
    private final Accuracy accuracy;

    BuiltinsTask(SparkSession session, Path folder, Accuracy accuracy) {
        this.session = session;
        this.folder = folder;
        this.accuracy = accuracy;
    }

    /** The error asked for. */
    enum Accuracy {
        /** What our sketches promise: rank error 1/200, distinct counts 1.6 %. */
        LIKE_OURS(200, 0.016),
        /** What Spark does unless told otherwise: rank error 1/10,000, distinct counts 5 %. */
        DEFAULTS(10_000, 0.05);

        private final int percentiles;
        private final double distinct;

        Accuracy(int percentiles, double distinct) {
            this.percentiles = percentiles;
            this.distinct = distinct;
        }
    }

    @Override
    public Row run() {
        Dataset<Row> data = session.read().parquet(folder.toString());
        List<Column> aggregates = new ArrayList<>();
        for (StructField field : data.schema().fields()) {
            add(aggregates, field);
        }
        return data.agg(count(lit(1)), aggregates.toArray(Column[]::new)).head();
    }

    private void add(List<Column> aggregates, StructField field) {
        Column column = new Column(field.name());
        aggregates.add(count(column));
        aggregates.add(count_if(column.isNull()));
        aggregates.add(min(column));
        aggregates.add(max(column));
        aggregates.add(approx_count_distinct(column, accuracy.distinct));
        boolean numeric = field.dataType() instanceof NumericType;
        if (numeric) {
            aggregates.add(avg(column));
            aggregates.add(stddev(column));
            aggregates.add(skewness(column));
            aggregates.add(kurtosis(column));
        }
        if (numeric || field.dataType() instanceof DateType || field.dataType() instanceof TimestampType) {
            Column[] quantiles = DoubleStream.of(QUANTILES)
                    .mapToObj(q -> (Object) q)
                    .map(q -> lit(q))
                    .toArray(Column[]::new);
            aggregates.add(percentile_approx(column, array(quantiles), lit(accuracy.percentiles)));
        }
    }
}
