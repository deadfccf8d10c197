package io.lakewarden.spark.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.sample.ColumnSample.Numbers;
import io.lakewarden.spark.sample.ColumnSample.Texts;
import io.lakewarden.spark.sample.ColumnSample.Times;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RowSamplerTest {
    private static final ColumnSpec ID = new ColumnSpec("id", ColumnKind.NUMERIC, "bigint");

    @TempDir
    Path folder;

    @Test
    void drawsEachRowAtMostOnceAndTellsHowManyThereAre(SparkSession session) {
        TableSample sample =
                new RowSampler(1_000, 7).draw(session.range(0, 50_000, 1, 5).toDF(), List.of(ID));

        assertThat(sample.drawnFrom()).isEqualTo(50_000);
        assertThat(sample.size()).isEqualTo(1_000);
        assertThat(sample.isComplete()).isFalse();
        List<Double> ids = numbers(sample, "id");
        assertThat(new HashSet<>(ids)).hasSize(1_000);
        // five standard deviations of the mean of 1,000 numbers that are spread evenly
        assertThat(ids.stream().mapToDouble(it -> it).average().orElseThrow()).isCloseTo(25_000, within(2_300.0));
        // each of the five partitions holds a fifth of the rows: five standard deviations
        for (int part = 0; part < 5; part++) {
            int from = part * 10_000;
            assertThat(ids.stream()
                            .filter(it -> it >= from && it < from + 10_000)
                            .count())
                    .isBetween(137L, 263L);
        }
    }

    @Test
    void drawsEqualRowsOneByOne(SparkSession session) {
        Dataset<Row> data = session.range(0, 40_000, 1, 8).selectExpr("CAST(id % 4 = 0 AS STRING) AS quarter");

        TableSample sample = new RowSampler(2_000, 1)
                .draw(data, List.of(new ColumnSpec("quarter", ColumnKind.CATEGORICAL, "string")));

        Texts quarter = (Texts) sample.column("quarter").orElseThrow();
        // five standard deviations
        assertThat(IntStream.range(0, 2_000)
                        .filter(row -> quarter.value(row).orElseThrow().equals("true"))
                        .count())
                .isBetween(404L, 596L);
    }

    @Test
    void takesTheSameRowsOfFilesThatAreReadByMoreCores(SparkSession session) {
        String files = folder.resolve("table").toString();
        session.range(0, 30_000, 1, 6).toDF().write().parquet(files);

        TableSample two = new RowSampler(500, 3).draw(whole(session, "2").read().parquet(files), List.of(ID));
        TableSample seven =
                new RowSampler(500, 3).draw(whole(session, "7").read().parquet(files), List.of(ID));
        TableSample otherSeed =
                new RowSampler(500, 4).draw(whole(session, "2").read().parquet(files), List.of(ID));

        assertThat(numbers(seven, "id")).isEqualTo(numbers(two, "id"));
        assertThat(numbers(otherSeed, "id")).isNotEqualTo(numbers(two, "id"));
    }

    /** Sessions that read each file as a partition of its own. */
    private static SparkSession whole(SparkSession session, String cores) {
        SparkSession own = session.newSession();
        own.conf().set("spark.sql.files.openCostInBytes", "134217728");
        own.conf().set("spark.sql.files.minPartitionNum", "1");
        own.conf().set("spark.sql.leafNodeDefaultParallelism", cores);
        return own;
    }

    @Test
    void readsEveryKindOfCellAndTellsNullsFromNotANumber(SparkSession session) {
        Dataset<Row> data = session.sql(
                """
                SELECT * FROM VALUES
                  (1, 1.50BD, DOUBLE('NaN'), '<b>', true, DATE '1970-01-02', TIMESTAMP '1970-01-01 00:00:01', NAMED_STRUCT('x', 3)),
                  (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                AS t(k, `a.b`, `na``n`, t, o, day, at, s)""");

        TableSample sample = RowSampler.DEFAULT.draw(data, DatasetColumns.of(data.schema(), Set.of("k"), Set.of()));

        assertThat(sample.isComplete()).isTrue();
        assertThat(sample.columns().keySet()).containsExactly("k", "`a.b`", "`na``n`", "t", "o", "day", "at", "s.x");
        Texts key = (Texts) sample.column("k").orElseThrow();
        int first = key.value(0).orElseThrow().equals("1") ? 0 : 1;
        assertThat(((Numbers) sample.column("`a.b`").orElseThrow()).value(first))
                .isEqualTo(1.5);
        assertThat(((Numbers) sample.column("`na``n`").orElseThrow()).value(first))
                .isNaN();
        assertThat(((Numbers) sample.column("s.x").orElseThrow()).value(first)).isEqualTo(3);
        assertThat(((Times) sample.column("day").orElseThrow()).micros(first)).isEqualTo(86_400_000_000L);
        assertThat(((Times) sample.column("at").orElseThrow()).micros(first)).isEqualTo(1_000_000L);
        sample.columns().forEach((path, column) -> {
            assertThat(column.isMissing(first)).as(path).isFalse();
            assertThat(column.isMissing(1 - first)).as(path).isEqualTo(!path.equals("k"));
        });
        assertThat(sample.toDataset(session)
                        .selectExpr("CONCAT_WS(' ', ```a.b```, t, o, UNIX_MICROS(day), UNIX_MICROS(at), `s.x`)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("1.5 <b> true 86400000000 1000000 3.0", "");
    }

    @Test
    void leavesOutWhatHoldsNoSingleValueOrIsNotThere(SparkSession session) {
        Dataset<Row> data = session.range(5).selectExpr("id", "ARRAY(id) AS many", "CAST(id AS STRING) AS text");

        TableSample sample = RowSampler.DEFAULT.draw(
                data,
                List.of(
                        ID,
                        new ColumnSpec("many", ColumnKind.COLLECTION, "array<bigint>"),
                        new ColumnSpec("many.element", ColumnKind.NUMERIC, "bigint"),
                        new ColumnSpec("text", ColumnKind.NUMERIC, "bigint"),
                        new ColumnSpec("gone", ColumnKind.NUMERIC, "bigint")));

        assertThat(sample.columns().keySet()).containsExactly("id");
    }

    @Test
    void drawsNothingFromNothing(SparkSession session) {
        TableSample sample =
                RowSampler.DEFAULT.draw(session.range(10).filter("id > 20").toDF(), List.of(ID));

        assertThat(sample.drawnFrom()).isZero();
        assertThat(sample.toDataset(session).count()).isZero();
    }

    @Test
    void drawsFromSeveralTablesAtOnceInOneJob(SparkSession session) throws Exception {
        Dataset<Row> both =
                session.range(1_000).union(session.range(1_000, 3_000)).toDF();
        TableSample[] drawn = new TableSample[1];

        List<Integer> jobs =
                JobRecorder.stagesOfJobs(session, () -> drawn[0] = new RowSampler(100, 1).draw(both, List.of(ID)));

        assertThat(jobs).hasSize(1);
        assertThat(drawn[0].drawnFrom()).isEqualTo(3_000);
        assertThat(new HashSet<>(numbers(drawn[0], "id"))).hasSize(100);
    }

    private static List<Double> numbers(TableSample sample, String column) {
        Numbers numbers = (Numbers) sample.column(column).orElseThrow();
        return IntStream.range(0, sample.size()).mapToObj(numbers::value).toList();
    }
}
