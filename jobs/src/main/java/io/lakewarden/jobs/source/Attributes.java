package io.lakewarden.jobs.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import scala.collection.JavaConverters;

/** The columns of a dataset by position. Spark has them in linked lists, where every look goes from the first to the one. */
final class Attributes {
    private Attributes() {}

    static List<Attribute> of(Dataset<Row> data) {
        return new ArrayList<>(
                JavaConverters.seqAsJavaList(data.queryExecution().analyzed().output()));
    }
}
