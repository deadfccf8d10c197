package io.lakewarden.jobs.run;

import static io.lakewarden.jobs.run.Orders.EMOJI;
import static io.lakewarden.jobs.run.Orders.MARKUP;
import static io.lakewarden.jobs.run.Orders.REGION;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.store.DeltaStore;
import io.lakewarden.jobs.store.StoreTable;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Orders with slices of them, counted by plain SQL and as the store has them. */
@ExtendWith(SparkExtension.class)
abstract class SlicedRunFixture {
    static final String SLICES = "slices: {\"" + REGION + "\": 3, express: 5, shop: [\"1\", 7]}\n";

    @TempDir
    Path folder;

    SparkSession session;
    Orders orders;

    @BeforeEach
    void prepare(SparkSession spark) {
        session = spark;
        orders = Orders.in(spark, folder);
    }

    RunRequest request(MonitorConfig config, String store, int... months) {
        return Orders.request(config, folder.resolve(store), ProfileOptions.NONE, months);
    }

    DeltaStore opened(String store) {
        return DeltaStore.open(session, folder.resolve(store).toString());
    }

    /** The rows of each slice of {@link #SLICES} in a month, counted by plain SQL. */
    Map<Slice, Long> counted(int month) {
        Dataset<Row> rows = orders.table().where("month(day) = " + month);
        Map<Slice, Long> counts = new HashMap<>();
        counts.put(Slice.ALL, rows.count());
        List<String> frequent = List.of("north", EMOJI, MARKUP);
        frequent.forEach(region -> counts.put(
                new Slice(REGION, region),
                rows.where(col(REGION).equalTo(region)).count()));
        counts.put(
                Slice.rest(REGION),
                rows.where(col(REGION)
                                .isNull()
                                .or(org.apache.spark.sql.functions.not(
                                        col(REGION).isin(frequent.toArray()))))
                        .count());
        counts.put(new Slice("express", "true"), rows.where("express").count());
        counts.put(new Slice("express", "false"), rows.where("NOT express").count());
        counts.put(Slice.rest("express"), 0L);
        counts.put(new Slice("shop", "1"), rows.where("shop = 1").count());
        counts.put(new Slice("shop", "7"), 0L);
        counts.put(Slice.rest("shop"), rows.where("shop <> 1").count());
        return counts;
    }

    /** A number of the whole table by slice, as the store's view has it. */
    Map<Slice, Long> counts(String store, StoreTable table, String column, Column condition) {
        Map<Slice, Long> counts = new TreeMap<>();
        for (Row row : opened(store)
                .view(table)
                .where(col("column_name").equalTo(Finding.TABLE).and(condition))
                .select("slice_key", "slice_value", column)
                .collectAsList()) {
            Slice slice = row.isNullAt(0) ? Slice.ALL : new Slice(row.getString(0), row.getString(1));
            assertThat(counts.put(slice, row.getLong(2))).as("%s once", slice).isNull();
        }
        return counts;
    }
}
