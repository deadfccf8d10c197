package io.lakewarden.jobs.source;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A Delta table of trips that is written to day by day, each day a file of its own, and a monitor of its days. */
public final class Trips {
    /** Trips of each of the first days. */
    public static final int ROWS_PER_DAY = 300;

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final StructType SCHEMA = new StructType()
            .add("started", DataTypes.TimestampType)
            .add("trip", DataTypes.StringType)
            .add("minutes", DataTypes.DoubleType)
            .add("zone", DataTypes.StringType)
            .add("seats", DataTypes.IntegerType);

    private final SparkSession session;
    private final Path folder;

    private Trips(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /** Writes the first days from January 1st on as version 0, with a property of the table. */
    public static Trips of(SparkSession session, Path folder, int days, String property, String value) {
        Trips trips = new Trips(session, folder);
        session.createDataFrame(firstDays(days), SCHEMA)
                .coalesce(1)
                .write()
                .format("delta")
                .option("maxRecordsPerFile", ROWS_PER_DAY)
                .option(property, value)
                .save(trips.table());
        return trips;
    }

    /** Those that were written before. */
    public static Trips at(SparkSession session, Path folder) {
        return new Trips(session, folder);
    }

    /** The same without deletion vectors. */
    public static Trips of(SparkSession session, Path folder, int days) {
        return of(session, folder, days, "delta.enableDeletionVectors", "false");
    }

    /** Creates the table partitioned by one of its columns, and appends the first days, each in files of its own. */
    public static Trips partitioned(SparkSession session, Path folder, int days, String column) {
        Trips trips = new Trips(session, folder);
        create(session, trips).partitionedBy(column).execute();
        return trips.appendFirst(days);
    }

    /** Partitioned by one column more, which Delta computes from the others. */
    public static Trips partitioned(
            SparkSession session, Path folder, int days, String column, DataType type, String expression) {
        Trips trips = new Trips(session, folder);
        create(session, trips)
                .addColumn(DeltaTable.columnBuilder(session, column)
                        .dataType(type)
                        .generatedAlwaysAs(expression)
                        .build())
                .partitionedBy(column)
                .execute();
        return trips.appendFirst(days);
    }

    private static DeltaTableBuilder create(SparkSession session, Trips trips) {
        return DeltaTable.create(session).location(trips.table()).addColumns(SCHEMA);
    }

    private Trips appendFirst(int days) {
        return append(session.createDataFrame(
                JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(firstDays(days), days), SCHEMA));
    }

    private static List<Row> firstDays(int days) {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            rows.addAll(day(FIRST_DAY.plusDays(day), ROWS_PER_DAY, day));
        }
        return rows;
    }

    /** Where the table is. */
    public String table() {
        return folder.resolve("table").toString();
    }

    /** Appends trips of one day in one file. */
    public Trips append(String day, int rows, long seed) {
        return append(day(LocalDate.parse(day), rows, seed));
    }

    /** Appends trips without a time. */
    public Trips appendTimeless(int rows) {
        List<Row> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            all.add(RowFactory.create(null, "lost " + row, 1.0, "zone 1", 1));
        }
        return append(all);
    }

    private Trips append(List<Row> rows) {
        return append(session.createDataFrame(rows, SCHEMA).coalesce(1));
    }

    private Trips append(Dataset<Row> rows) {
        rows.write().format("delta").mode("append").save(table());
        return this;
    }

    private static List<Row> day(LocalDate day, int rows, long seed) {
        Random random = new Random(seed);
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Row> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            all.add(RowFactory.create(
                    Timestamp.from(midnight.plusMillis(random.nextInt(86_400_000))),
                    "trip-" + seed + "-" + row,
                    random.nextInt(50) == 0 ? null : 10 + 3 * random.nextGaussian(),
                    "zone " + random.nextInt(5),
                    random.nextInt(4)));
        }
        return all;
    }

    /** Runs a statement; {@code TRIPS} stands for the table. */
    public Trips sql(String statement) {
        session.sql(statement.replace("TRIPS", "delta.`" + table() + "`")).collect();
        return this;
    }

    /** The monitor of its days, with January 1st to 4th pinned, and more keys of the source. */
    public MonitorConfig monitor(String more) throws IOException {
        return monitor(more, "P1D", "2026-01-01/2026-01-05");
    }

    /** The monitor of its days. */
    public MonitorConfig monitor() throws IOException {
        return monitor("");
    }

    /** A monitor over windows of a length, with a range pinned. */
    public MonitorConfig monitor(String more, String windows, String pinned) throws IOException {
        return monitor(more, windows, pinned, "column: started");
    }

    /** A monitor that goes by another time. */
    public MonitorConfig monitor(String more, String windows, String pinned, String time) throws IOException {
        return load(monitorFile(more, windows, pinned, time));
    }

    /** The monitor of its days that slices by the zones most frequent in the reference, and by some numbers of seats. */
    public MonitorConfig sliced(String windows, String pinned) throws IOException {
        return load(monitorFile("", windows, pinned, "column: started") + "slices: {zone: 3, seats: [0, 3, 8]}\n");
    }

    private static String monitorFile(String more, String windows, String pinned, String time) {
        return """
                monitor: trips
                source: {format: delta, path: table%s}
                time: {%s}
                windows: %s
                reference: {pinned: %s}
                columns: {id: trip}
                """
                .formatted(more, time, windows, pinned);
    }

    /** A monitor of the whole table, whatever the time, with more lines of YAML. */
    public MonitorConfig timeless(String more) throws IOException {
        return load(
                """
                monitor: trips
                source: {format: delta, path: table}
                reference: {where: "seats < 2"}
                columns: {id: trip}
                %s
                """
                        .formatted(more));
    }

    private MonitorConfig load(String content) throws IOException {
        return WrittenMonitor.load(folder, content);
    }
}
