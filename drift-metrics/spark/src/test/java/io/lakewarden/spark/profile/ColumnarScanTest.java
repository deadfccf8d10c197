package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.profile.CategoricalProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Window;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The columnar path gives what the row path gives, and is taken wherever a source stores columns. */
@ExtendWith(SparkExtension.class)
class ColumnarScanTest {
    private static final String VECTORS = "spark.sql.parquet.enableVectorizedReader";
    private static final Window LABEL = Window.parse("2012-01-01/2013-01-01");
    private static final ProfileGroups ALL = ProfileGroups.all(LABEL, ProfileDetail.FULL);

    private final SparkSession session;

    @TempDir
    private Path folder;

    ColumnarScanTest(SparkSession session) {
        this.session = session;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 300, 10_000})
    void readsColumnsOfEveryWidthInOneJob(int width) throws Exception {
        write(wide(width).write());
        Dataset<Row> data = parquet();
        List<ProfiledGroups> found = new ArrayList<>();
        assertThat(JobRecorder.stagesOfJobs(session, () -> found.add(profile(data))))
                .containsExactly(2);
        assertThat(found.get(0).path()).isEqualTo(ScanPath.COLUMNAR);
        DatasetProfile profile = found.get(0).profiles().get(0);
        assertThat(profile.columns()).hasSize(width);
        int last = (width - 1) / 2 * 2;
        assertThat(((NumericProfile) profile.column("c" + last).orElseThrow()).sum())
                .isEqualTo(MetricValue.exactly(last * 49.0 * 25));
        assertThat(session.conf().get("spark.sql.codegen.maxFields")).isEqualTo("100");
    }

    /** Internal rows, since an encoder of thousands of columns takes longer to compile than to run. */
    private Dataset<Row> wide(int width) {
        List<StructField> fields = IntStream.range(0, width)
                .mapToObj(i -> new StructField(
                        "c" + i, i % 2 == 0 ? DataTypes.LongType : DataTypes.StringType, true, Metadata.empty()))
                .toList();
        JavaRDD<InternalRow> rows = JavaSparkContext.fromSparkContext(session.sparkContext())
                .parallelize(IntStream.range(0, 50).boxed().toList(), 1)
                .map(id -> new GenericInternalRow(IntStream.range(0, width)
                        .mapToObj(i -> i % 2 == 0 ? (Object) ((long) id * i) : UTF8String.fromString("v" + id % 7))
                        .toArray()));
        return session.internalCreateDataFrame(rows.rdd(), new StructType(fields.toArray(StructField[]::new)), false);
    }

    /** A hundred windows of these columns are more than a task holds the states of. */
    @Test
    void givesTheSameInPartsAsInOnePiece() {
        write(everyType(6_000).repartition(3).write());
        List<ProfileGroups.Group> windows = IntStream.range(0, 120)
                .mapToObj(i -> Window.between(
                        LocalDate.of(2012, 1, 1).plusDays(i / 2),
                        LocalDate.of(2012, 1, 8).plusDays(i)))
                .map(window -> new ProfileGroups.Group(window, ProfileDetail.FULL))
                .toList();
        Supplier<Dataset<Row>> data = () -> parquet().where("sh % 5 <> 0 AND nested.in.x IS NOT NULL");
        for (String time : List.of("at", "nested.day")) {
            assertThat(units(data.get(), windows).parts()).isGreaterThan(1);
            assertPathsAgree(data, ProfileGroups.byTime(time, windows));
            ProfiledGroups parts = profile(data.get(), ProfileGroups.byTime(time, windows));
            ProfiledGroups whole = profile(data.get(), ProfileGroups.byTime(time, windows.subList(40, 41)));
            assertThat(ProfileCodec.encode(parts.profiles().get(40)))
                    .isEqualTo(ProfileCodec.encode(whole.profiles().get(0)));
        }
    }

    private static ScanUnits units(Dataset<Row> data, List<ProfileGroups.Group> groups) {
        return ScanUnits.of(
                DatasetColumns.of(data.schema(), Set.of(), Set.of()).size(),
                groups.stream().map(ProfileGroups.Group::detail).toList(),
                ScanPath.COLUMNAR);
    }

    @ParameterizedTest
    @CsvSource({"PARQUET_1_0, true", "PARQUET_1_0, false", "PARQUET_2_0, true", "PARQUET_2_0, false"})
    void agreesWithTheRowPathWhateverThePages(String version, boolean dictionary) {
        write(everyType(20_000)
                .write()
                .option("parquet.writer.version", version)
                .option("parquet.enable.dictionary", dictionary)
                .option("parquet.page.size", 8_192)
                .option("parquet.block.size", 262_144));
        assertPathsAgree(this::parquet, ALL);
    }

    @Test
    void agreesWithTheRowPathOnValuesThatHardlyRepeat() {
        write(session.range(0, 60_000, 1, 2)
                .selectExpr(
                        "id AS whole",
                        "id / 7.0D AS fraction",
                        "if(id % 50 = 0, NULL, concat('cust-', id)) AS text",
                        "timestamp_micros(id * 1000003) AS at",
                        "CAST(id / 100 AS DECIMAL(20,2)) AS money")
                .write());
        assertPathsAgree(this::parquet, ALL);
    }

    @Test
    void agreesWithTheRowPathOnWindowsAndPredicates() {
        write(everyType(9_000).write());
        List<ProfileGroups.Group> windows =
                List.of(group("2012-01-01/2012-03-01"), group("2012-02-01/2012-02-15"), group("2014-01-01/2014-02-01"));
        Supplier<Dataset<Row>> data =
                () -> parquet().where("i IS NULL OR i % 3 <> 0").where("at >= '2012-01-10' OR at IS NULL");
        assertPathsAgree(data, ProfileGroups.byTime("at", windows));
        assertPathsAgree(data, ProfileGroups.byTime("nested.day", windows));
    }

    /** Files of the same rows, made by {@code write.py} beside them. */
    @ParameterizedTest
    @ValueSource(strings = {"pyarrow-v1", "pyarrow-v2", "pyarrow-delta", "duckdb"})
    void doesNotDependOnTheWriter(String writer) throws URISyntaxException {
        String file = Path.of(getClass()
                        .getResource("/writers/" + writer + ".parquet")
                        .toURI())
                .toString();
        DatasetProfile profile = assertPathsAgree(() -> session.read().parquet(file), ALL);
        assertThat(profile.rows()).isEqualTo(3_000);
        NumericProfile wide = (NumericProfile) profile.column("l").orElseThrow();
        assertThat(wide.sum()).isEqualTo(MetricValue.exactly(1_000_003.0 * 2_999 * 1_500));
        CategoricalProfile text = (CategoricalProfile) profile.column("text").orElseThrow();
        assertThat(text.nulls()).isEqualTo(100);
        assertThat(text.exactCounts().orElseThrow()).containsEntry("é😀199", 15L);
    }

    @Test
    void readsPartitionColumnsAndColumnsThatOnlySomeFilesHave() {
        session.range(0, 100)
                .selectExpr("id AS x", "id % 3 AS part")
                .write()
                .partitionBy("part")
                .parquet(data());
        session.range(0, 50)
                .selectExpr("id AS x", "'new' AS added", "0 AS part")
                .write()
                .mode("append")
                .partitionBy("part")
                .parquet(data());
        DatasetProfile profile = assertPathsAgree(
                () -> session.read().option("mergeSchema", true).parquet(data()), ALL);
        assertThat(((NumericProfile) profile.column("part").orElseThrow())
                        .exactCounts()
                        .orElseThrow())
                .containsEntry(0.0, 84L)
                .containsEntry(1.0, 33L);
        assertThat(profile.column("added").orElseThrow().nulls()).isEqualTo(100);
    }

    @Test
    void leavesOutRowsThatDeltaHasDeleted() {
        session.range(0, 1_000, 1, 1)
                .selectExpr("id AS x", "string(id % 5) AS s")
                .write()
                .format("delta")
                .option("delta.enableDeletionVectors", true)
                .save(data());
        session.sql("DELETE FROM delta.`" + data() + "` WHERE x % 4 = 1");
        Supplier<Dataset<Row>> data = () -> session.read().format("delta").load(data());
        assertThat(data.get().inputFiles()).hasSize(1);
        DatasetProfile profile = assertPathsAgree(data, ALL);
        assertThat(profile.rows()).isEqualTo(750);
        assertThat(((NumericProfile) profile.column("x").orElseThrow()).maximum())
                .isEqualTo(MetricValue.exactly(999));
        assertThat(profile(data.get().where("x < 100")).profiles().get(0).rows())
                .isEqualTo(75);
    }

    @Test
    void readsPartsOfATableWithDeletedRowsInAsManyJobs() throws Exception {
        session.range(0, 4_000, 1, 1)
                .selectExpr("id AS x", "string(id % 5) AS s", "timestamp_seconds(1325376000 + id * 900) AS at")
                .write()
                .format("delta")
                .option("delta.enableDeletionVectors", true)
                .save(data());
        session.sql("DELETE FROM delta.`" + data() + "` WHERE x % 4 = 1");
        List<ProfileGroups.Group> many = IntStream.range(0, 800)
                .mapToObj(i -> Window.between(
                        LocalDate.of(2012, 1, 1), LocalDate.of(2012, 1, 2).plusDays(i)))
                .map(window -> new ProfileGroups.Group(window, ProfileDetail.FULL))
                .toList();
        Supplier<Dataset<Row>> data = () -> session.read().format("delta").load(data());
        assertThat(units(data.get(), many).parts()).isGreaterThan(1);
        ProfileGroups few = ProfileGroups.byTime("at", many.subList(0, 1));
        // The first reader of a table makes its snapshot.
        profile(data.get(), few);
        List<Integer> one = JobRecorder.stagesOfJobs(session, () -> profile(data.get(), few));
        assertThat(JobRecorder.stagesOfJobs(session, () -> profile(data.get(), ProfileGroups.byTime("at", many))))
                .isEqualTo(one);
        DatasetProfile first = assertPathsAgree(data, ProfileGroups.byTime("at", many));
        assertThat(first.rows()).isEqualTo(72);
    }

    @Test
    void readsRowByRowWhatIsComputed() {
        write(session.range(10).toDF("x").write());
        ProfiledGroups found = profile(parquet().selectExpr("x + 1 AS x"));
        assertThat(found.path()).isEqualTo(ScanPath.ROWS);
        assertThat(profile(parquet().where("x IN (SELECT max(x) FROM range(5) AS t(x))"))
                        .path())
                .isEqualTo(ScanPath.ROWS);
    }

    @Test
    void drawsTheRowsThatTheRowPathDraws() {
        write(session.range(0, 20_000, 1, 3)
                .selectExpr("id AS x", "id % 7 AS y")
                .write());
        assertPathsAgree(
                () -> parquet()
                        .where("y <> 3")
                        .where("rand(3) < 0.3")
                        .where("monotonically_increasing_id() % 2 = 0 AND input_file_name() <> ''"),
                ALL);
    }

    @Test
    void countsRowsOfNoColumns() {
        write(session.range(10).toDF("x").write());
        ProfiledGroups found = DatasetProfiler.profile(parquet(), List.of(), ALL);
        assertThat(found.profiles().get(0).rows()).isEqualTo(10);
    }

    @Test
    void givesTheSameBytesForTheSameFiles() {
        write(everyType(30_000).repartition(5).write());
        byte[] first = ProfileCodec.encode(profile(parquet()).profiles().get(0));
        assertThat(ProfileCodec.encode(profile(parquet()).profiles().get(0))).isEqualTo(first);
    }

    private Dataset<Row> everyType(int rows) {
        return session.range(0, rows, 1, 3)
                .selectExpr(
                        "CAST(id % 100 - 50 AS TINYINT) AS b",
                        "CAST(id % 1000 AS SMALLINT) AS sh",
                        "if(id % 50 = 0, NULL, CAST(id % 1500 AS INT)) AS i",
                        "9007199254740993 + id % 7 AS wide",
                        "CAST(id % 13 / 4 AS FLOAT) AS f",
                        "CASE WHEN id % 400 = 0 THEN DOUBLE('NaN') WHEN id % 401 = 0 THEN DOUBLE('-Infinity') "
                                + "WHEN id % 3 = 0 THEN -0.0D ELSE sqrt(id) END AS d",
                        "CAST(id % 900 / 7 AS DECIMAL(7,2)) AS small",
                        "CAST(id % 900 / 7 AS DECIMAL(15,4)) AS middle",
                        "CAST(id % 900 / 7 AS DECIMAL(30,10)) AS large",
                        "id % 3 = 0 AS truth",
                        "date_add(DATE'2012-01-01', INT(id % 500)) AS day",
                        "if(id % 60 = 0, NULL, timestamp_seconds(1325376000 + id * 700)) AS at",
                        "TIMESTAMP_NTZ'2012-01-01 00:00:00' + make_dt_interval(0, INT(id % 30)) AS ntz",
                        "if(id % 9 = 0, NULL, concat('é😀', id % 1200)) AS text",
                        "CAST(id AS BINARY) AS bytes",
                        "if(id % 11 = 0, NULL, named_struct('day', date_add(DATE'2012-01-01', INT(id % 90)), "
                                + "'in', named_struct('x', id % 5, 'tags', array('a', string(id % 3))))) AS nested",
                        "if(id % 12 = 0, NULL, array(id, NULL, id % 4)) AS list",
                        "map(string(id % 3), id % 10) AS scores");
    }

    private DatasetProfile assertPathsAgree(Supplier<Dataset<Row>> data, ProfileGroups groups) {
        ProfiledGroups columnar = profile(data.get(), groups);
        session.conf().set(VECTORS, false);
        ProfiledGroups rows;
        try {
            rows = profile(data.get(), groups);
        } finally {
            session.conf().unset(VECTORS);
        }
        assertThat(columnar.path()).isEqualTo(ScanPath.COLUMNAR);
        assertThat(rows.path()).isEqualTo(ScanPath.ROWS);
        assertThat(columnar.rowsOutside()).isEqualTo(rows.rowsOutside());
        assertThat(columnar.rowsWithoutTime()).isEqualTo(rows.rowsWithoutTime());
        for (int i = 0; i < rows.profiles().size(); i++) {
            SameProfiles.assertSame(columnar.profiles().get(i), rows.profiles().get(i));
            for (int k = 0; k < rows.slices().get(i).size(); k++) {
                SameProfiles.assertSame(
                        columnar.slices().get(i).get(k), rows.slices().get(i).get(k));
            }
        }
        return columnar.profiles().get(0);
    }

    private void write(DataFrameWriter<Row> writer) {
        writer.parquet(data());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Dataset<Row> parquet() {
        return session.read().parquet(data());
    }

    private static ProfileGroups.Group group(String window) {
        return new ProfileGroups.Group(Window.parse(window), ProfileDetail.FULL);
    }

    private static ProfiledGroups profile(Dataset<Row> data) {
        return profile(data, ALL);
    }

    private static ProfiledGroups profile(Dataset<Row> data, ProfileGroups groups) {
        return DatasetProfiler.profile(data, DatasetColumns.of(data.schema(), Set.of("i"), Set.of()), groups);
    }
}
