package io.lakewarden.jobs.store;

import io.lakewarden.result.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Windows as the tables hold them. */
final class WindowColumn {
    static final StructType TYPE =
            new StructType().add("start", DataTypes.TimestampType).add("end", DataTypes.TimestampType);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    private WindowColumn() {}

    static Row of(Window window) {
        return RowFactory.create(window.start(), window.end());
    }

    static Window read(Row struct) {
        return new Window(struct.<Instant>getAs("start"), struct.<Instant>getAs("end"));
    }

    /** The partition of a run: the UTC month that its window starts in. */
    static String month(Window window) {
        return MONTH.format(window.start());
    }
}
