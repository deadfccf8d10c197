package io.lakewarden.rules.check;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Opens the tables that rules look into beside their own. */
@FunctionalInterface
public interface OtherTables {
    /**
     * A table as it is now.
     *
     * @param path path or URI
     * @param format a format that Spark reads
     */
    Dataset<Row> open(String path, String format);
}
