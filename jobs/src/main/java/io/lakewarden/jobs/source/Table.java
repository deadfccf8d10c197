package io.lakewarden.jobs.source;

import io.lakewarden.result.Finding;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a format gives: rows as they are stored, at one moment.
 *
 * @param data all rows
 * @param snapshot which state this is
 * @param description the table for people
 * @param findings what was noticed while reading
 * @param history what is known of earlier states
 */
record Table(Dataset<Row> data, String snapshot, String description, List<Finding> findings, TableHistory history) {}
