package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A Delta table of orders from January to May 2026 whose column of regions has a hostile name and hostile values. January
 * is the reference, in which "north" comes first and emoji second; in March "west" comes first.
 */
final class Orders {
    /** The column of regions, as paths write it. */
    static final String REGION = "`a.``b`";

    static final String MARKUP = "<script>alert(1)</script>";
    static final String EMOJI = "😀 \"x\"";

    private static final List<String> REGIONS = Arrays.asList(
            "north", "north", "north", "north", EMOJI, EMOJI, EMOJI, MARKUP, MARKUP, "(rest)", "`", null, null, null);

    private static final int ROWS_PER_MONTH = 700;

    private static final StructType SCHEMA = new StructType()
            .add("day", DataTypes.DateType)
            .add("amount", DataTypes.DoubleType)
            .add("a.`b", DataTypes.StringType)
            .add("express", DataTypes.BooleanType)
            .add("shop", DataTypes.IntegerType)
            .add("tags", DataTypes.createArrayType(DataTypes.StringType))
            .add("photo", DataTypes.BinaryType);

    private final SparkSession session;
    private final Path folder;

    private Orders(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    static Orders in(SparkSession session, Path folder) {
        Orders orders = new Orders(session, folder);
        List<Row> rows = new ArrayList<>();
        for (int month = 1; month <= 5; month++) {
            rows.addAll(month(month));
        }
        session.createDataFrame(rows, SCHEMA)
                .coalesce(2)
                .write()
                .format("delta")
                .save(orders.path());
        return orders;
    }

    private static List<Row> month(int month) {
        Random random = new Random(month);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS_PER_MONTH; row++) {
            String region = REGIONS.get(random.nextInt(REGIONS.size()));
            region = month == 3 && row % 2 == 0 ? "west" : region;
            rows.add(RowFactory.create(
                    java.sql.Date.valueOf(LocalDate.of(2026, month, 1 + row % 28)),
                    // In April what comes from the region of markup costs more.
                    10 + random.nextGaussian() + (month == 4 && MARKUP.equals(region) ? 3 : 0),
                    region,
                    random.nextInt(3) == 0,
                    random.nextInt(3),
                    List.of("tag"),
                    new byte[] {1}));
        }
        return rows;
    }

    private String path() {
        return folder.resolve("table").toString();
    }

    Dataset<Row> table() {
        return session.read().format("delta").load(path());
    }

    /** Runs a statement; {@code ORDERS} stands for the table. */
    void sql(String statement) {
        session.sql(statement.replace("ORDERS", "delta.`" + path() + "`")).collect();
    }

    /** Replaces the whole table. */
    void replace(Dataset<Row> rows) {
        rows.write()
                .format("delta")
                .mode("overwrite")
                .option("overwriteSchema", "true")
                .save(path());
    }

    /** A monitor of its months with January pinned and more lines of YAML. */
    MonitorConfig monitor(String more) throws IOException {
        return monitor("pinned: 2026-01-01/2026-02-01", more);
    }

    MonitorConfig monitor(String reference, String more) throws IOException {
        return load(
                """
                monitor: orders
                source: {format: delta, path: table}
                time: {column: day}
                windows: P1M
                reference: {%s}
                %s
                """
                        .formatted(reference, more));
    }

    MonitorConfig load(String content) throws IOException {
        return WrittenMonitor.load(folder, content);
    }

    static Window month(int month, int months) {
        LocalDate start = LocalDate.of(2026, month, 1);
        return Window.between(start, start.plusMonths(months));
    }

    /** A request for months of 2026, given by number. */
    static RunRequest request(MonitorConfig config, Path store, ProfileOptions options, int... months) {
        List<Window> windows =
                IntStream.of(months).mapToObj(month -> month(month, 1)).toList();
        return new RunRequest(config, windows, store.toString(), config.failOn(), Optional.empty(), options);
    }
}
