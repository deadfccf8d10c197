package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.WrittenMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Days of rides in Parquet, as many on each, and monitors of their days. */
final class Rides {
    /** The first day, a Monday. */
    static final LocalDate START = LocalDate.of(2026, 3, 2);

    private Rides() {}

    /**
     * Writes the table.
     *
     * @param columns what is known of a ride but its {@code day}, by the number {@code d} of the day, from 0 on, and its own
     *     number {@code i} within the day
     */
    static void write(SparkSession session, Path folder, int days, int perDay, String... columns) {
        session.range(0, (long) days * perDay, 1, 2)
                .selectExpr("int(id / " + perDay + ") AS d", "id % " + perDay + " AS i")
                .selectExpr(Stream.concat(Stream.of("date_add(date'" + START + "', d) AS day"), Stream.of(columns))
                        .toArray(String[]::new))
                .write()
                .parquet(folder.resolve("table").toString());
    }

    /** A monitor of the days. */
    static MonitorConfig monitor(Path folder, String reference, String more) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: rides
                source: {format: parquet, path: table}
                time: {column: day}
                windows: P1D
                reference: {%s}
                %s
                """
                        .formatted(reference, more));
    }

    /** Some of the first days, as a pinned reference. */
    static String first(int days) {
        return "pinned: " + START + "/" + START.plusDays(days);
    }
}
