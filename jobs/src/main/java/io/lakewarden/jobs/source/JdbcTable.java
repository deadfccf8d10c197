package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.JdbcRows;
import io.lakewarden.jobs.config.UserException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a table of a database, or what a query gives. The columns go through Spark under numbers and get their names back
 * afterwards: Spark's SQL for databases does not survive names with quotes or dots.
 *
 * <p>A database keeps no versions: every scan sees the rows of its moment, so that the snapshot of one reading never
 * equals that of another.
 */
final class JdbcTable {
    /** Some drivers, that of PostgreSQL for one, load a whole result into memory where nobody says how much of it. */
    private static final int ROWS_AT_ONCE = 10_000;

    private final SparkSession session;
    private final JdbcConfig config;
    private final JdbcRows rows;
    private final JdbcDatabase database;

    private JdbcTable(SparkSession session, JdbcConfig config, JdbcRows rows) {
        this.session = session;
        this.config = config;
        this.rows = rows;
        this.database = JdbcDatabase.of(config);
    }

    /**
     * Reads.
     *
     * @param rows what to read over the connection
     */
    static Table read(SparkSession session, JdbcConfig config, JdbcRows rows) {
        requireUtc();
        return new JdbcTable(session, config, rows).read();
    }

    /** Drivers put times without a zone into that of the process, and so does Spark where it pushes a window down. */
    private static void requireUtc() {
        TimeZone zone = TimeZone.getDefault();
        if (!zone.toZoneId().normalized().equals(ZoneOffset.UTC)) {
            throw new IllegalStateException(
                    "databases are read in processes whose zone is UTC, but this one's is " + zone.getID());
        }
    }

    private Table read() {
        JdbcColumns columns =
                database.ask("describe " + rows.described(), connection -> JdbcColumns.of(connection, relation()));
        Dataset<Row> numbered = load(columns, Map.of());
        Map<String, String> ranges = config.partition()
                .map(it -> JdbcRanges.options(it, database, columns, numbered.schema(), relation()))
                .orElse(Map.of());
        Dataset<Row> data = (ranges.isEmpty() ? numbered : load(columns, ranges))
                .toDF(columns.names().toArray(String[]::new));
        String snapshot = "unversioned:" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ":" + UUID.randomUUID();
        return new Table(data, snapshot, config.description(rows), List.of(), TableHistory.none("JDBC"));
    }

    /** What stands in SQL behind FROM. */
    private String relation() {
        return rows instanceof JdbcRows.Table table
                ? table.name()
                : "(" + ((JdbcRows.Query) rows).sql().strip().replaceFirst(";$", "") + ") lakewarden_query";
    }

    private Dataset<Row> load(JdbcColumns columns, Map<String, String> ranges) {
        DataFrameReader reader = session.read()
                .format("jdbc")
                .option("url", config.url())
                .option("driver", database.driverClass())
                .option("dbtable", "(SELECT " + columns.numbered() + " FROM " + relation() + ") lakewarden_rows")
                .option("fetchsize", ROWS_AT_ONCE)
                .options(ranges);
        config.user().ifPresent(user -> reader.option("user", user));
        config.password().ifPresent(password -> reader.option("password", password));
        try {
            return reader.load();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Scala throws it without declaring it. The database has described the rows already, so that it is about
            // types.
            if (e instanceof SQLException unknown) {
                throw new UserException(
                        "source: " + config.place() + " gives a type that Spark does not know: "
                                + SparkErrors.brief(unknown)
                                + "; leave that column out with source.query, or CAST it there",
                        unknown);
            }
            throw new IllegalStateException("source: " + config.place(), e);
        }
    }
}
