package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.ProfileCodec;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Window;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DatasetProfilerTest {
    private static final Window LABEL = Window.parse("2012-01-01/2013-01-01");
    private static final ProfileGroups ALL = ProfileGroups.all(LABEL, ProfileDetail.FULL);

    private final SparkSession session;

    DatasetProfilerTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void needsOneJobWhateverTheNumberOfColumnsAndWindows() throws Exception {
        assertThat(jobs(1, 1)).containsExactly(2);
        assertThat(jobs(17, 1)).containsExactly(2);
        assertThat(jobs(300, 1)).containsExactly(2);
        assertThat(jobs(10_000, 1)).containsExactly(2);
        assertThat(jobs(17, 60)).containsExactly(2);
    }

    private List<Integer> jobs(int columns, int windows) throws Exception {
        Dataset<Row> data = wide(columns);
        List<ProfileGroups.Group> groups = IntStream.range(0, windows)
                .mapToObj(i -> group(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1 + i)))
                .toList();
        List<DatasetProfile> profiles = new ArrayList<>();
        List<Integer> stages = JobRecorder.stagesOfJobs(
                session,
                () -> profiles.addAll(DatasetProfiler.profile(data, columnsOf(data), ProfileGroups.byTime("at", groups))
                        .profiles()));
        assertThat(profiles).hasSize(windows);
        assertThat(profiles.get(0).columns()).hasSize(columns);
        return stages;
    }

    private Dataset<Row> wide(int columns) {
        List<String> expressions = new ArrayList<>();
        expressions.add("timestamp_seconds(id * 600) AS at");
        for (int i = 1; i < columns; i++) {
            expressions.add(i % 3 == 0 ? "string(id % " + i + ") AS c" + i : "id * " + i + " AS c" + i);
        }
        return session.range(0, 200, 1, 3).selectExpr(expressions.toArray(String[]::new));
    }

    @Test
    void givesTheSameBytesForTheSameFiles(@TempDir Path folder) {
        write(folder, 50_000, 7);
        assertThat(ProfileCodec.encode(read(folder))).isEqualTo(ProfileCodec.encode(read(folder)));
    }

    @Test
    void agreesExactlyOnExactPartsHoweverTheRowsAreSplit(@TempDir Path folder) {
        write(folder, 20_000, 5);
        NumericProfile whole = number(read(folder), "few");
        Dataset<Row> data = session.read().parquet(folder.resolve("data").toString());
        for (int partitions : new int[] {1, 2, 13}) {
            NumericProfile split = number(profile(data.repartition(partitions)), "few");
            assertThat(split.exactCounts()).isEqualTo(whole.exactCounts());
            assertThat(split.count()).isEqualTo(whole.count());
            assertThat(split.nulls()).isEqualTo(whole.nulls());
            assertThat(split.minimum()).isEqualTo(whole.minimum());
            assertThat(split.maximum()).isEqualTo(whole.maximum());
        }
    }

    private void write(Path folder, int rows, int files) {
        session.range(0, rows, 1, files)
                .selectExpr(
                        "if(id % 97 = 0, NULL, id % 50) AS few",
                        "rand(7) AS many",
                        "string(id * 7919) AS text",
                        "timestamp_seconds(id) AS at",
                        "array(id, id % 3) AS list")
                .write()
                .parquet(folder.resolve("data").toString());
    }

    private DatasetProfile read(Path folder) {
        return profile(session.read().parquet(folder.resolve("data").toString()));
    }

    @Test
    void sortsRowsIntoOverlappingWindows() {
        Dataset<Row> data = session.sql(
                """
                SELECT DATE'2012-01-01' AS day, 1 AS x UNION ALL SELECT DATE'2012-01-31', 2 UNION ALL SELECT DATE'2012-02-01', 3
                UNION ALL SELECT DATE'2012-03-01', 4 UNION ALL SELECT NULL, 5 UNION ALL SELECT DATE'2011-12-31', 6""");
        ProfiledGroups found = DatasetProfiler.profile(
                data,
                columnsOf(data),
                ProfileGroups.byTime(
                        "day",
                        List.of(
                                group(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 1)),
                                group(LocalDate.of(2012, 1, 1), LocalDate.of(2012, 2, 1)),
                                group(LocalDate.of(2012, 2, 1), LocalDate.of(2012, 3, 1)),
                                group(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 2, 1)))));
        assertThat(found.profiles()).extracting(DatasetProfile::rows).containsExactly(3L, 2L, 1L, 0L);
        assertThat(found.profiles())
                .extracting(profile -> number(profile, "x").sum())
                .startsWith(MetricValue.exactly(6), MetricValue.exactly(3), MetricValue.exactly(3));
        assertThat(found.profiles())
                .extracting(DatasetProfile::window)
                .first()
                .isEqualTo(Window.parse("2012-01-01/2012-03-01"));
        assertThat(found.rowsOutside()).isEqualTo(2);
        assertThat(found.rowsWithoutTime()).isEqualTo(1);
    }

    @Test
    void findsTheTimeInsideStructs() {
        Dataset<Row> data = session.sql(
                """
                SELECT named_struct('n', 1, 'a.b', named_struct('at', TIMESTAMP'2012-05-05 00:00:00')) AS e, 1 AS x
                UNION ALL SELECT named_struct('n', 1, 'a.b', NULL), 2 UNION ALL SELECT NULL, 3""");
        ProfiledGroups found = DatasetProfiler.profile(
                data,
                columnsOf(data.select("x")),
                ProfileGroups.byTime("e.`a.b`.at", List.of(new ProfileGroups.Group(LABEL, ProfileDetail.COUNTS))));
        assertThat(found.profiles().get(0).rows()).isEqualTo(1);
        assertThat(found.rowsWithoutTime()).isEqualTo(2);
    }

    @Test
    void refusesATimeColumnThatIsNone() {
        Dataset<Row> data = session.sql("SELECT 'noon' AS at, array(current_date()) AS days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfiler.profile(data, columnsOf(data), byTime("at")))
                .withMessage("the time column 'at' is string, but a date or timestamp is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfiler.profile(data, columnsOf(data), byTime("when")))
                .withMessageStartingWith("no time column 'when' in ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetProfiler.profile(data, columnsOf(data), byTime("days.element")))
                .withMessageStartingWith("no time column 'days.element' in ");
    }

    @Test
    void tellsHostileColumnNamesApart() {
        List<String> names =
                List.of("a.b", "a", "A", "`", "x y", "😀", "<script>", "line\nbreak", "", "a`.`b", "select", "%s");
        Dataset<Row> data = session.range(1).toDF();
        for (int i = 0; i < names.size(); i++) {
            data = data.selectExpr("*", i + " AS c" + i);
        }
        data = data.drop("id").toDF(names.toArray(String[]::new));
        DatasetProfile profile = profile(data);
        assertThat(profile.columns().keySet())
                .containsExactlyElementsOf(names.stream().map(ColumnPath::of).toList());
        for (int i = 0; i < names.size(); i++) {
            assertThat(number(profile, ColumnPath.of(names.get(i))).maximum()).isEqualTo(MetricValue.exactly(i));
        }
    }

    @Test
    void countsFrozenBinsInTheSameScan() {
        Dataset<Row> data = session.range(0, 100, 1, 4).toDF("x");
        List<ColumnSpec> columns = columnsOf(data).stream()
                .map(spec -> new ColumnSpec(
                        spec.name(), spec.kind(), spec.type(), Optional.of(NumericBinning.ofEdges(9, 49))))
                .toList();
        DatasetProfile profile = DatasetProfiler.profile(data, columns, ProfileGroups.all(LABEL, ProfileDetail.COUNTS))
                .profiles()
                .get(0);
        var bins = profile.column("x").orElseThrow().bins().orElseThrow();
        assertThat(List.of(bins.count(0), bins.count(1), bins.count(2))).containsExactly(10L, 40L, 50L);
    }

    @Test
    void readsOnlyTheColumnsItNeeds(@TempDir Path folder) {
        write(folder, 10, 1);
        Dataset<Row> data = session.read().parquet(folder.resolve("data").toString());
        // Nothing but the scan knows which columns were read, and it says so only in its metrics: a column that cannot
        // be computed stands for one that must not be read.
        Dataset<Row> trapped = data.selectExpr("*", "raise_error(string(few)) AS trap");
        DatasetProfile profile = DatasetProfiler.profile(trapped, columnsOf(data), ALL)
                .profiles()
                .get(0);
        assertThat(profile.rows()).isEqualTo(10);
    }

    @Test
    void profilesNoRowsAndNoColumns() {
        Dataset<Row> none = session.range(0).toDF("x");
        assertThat(profile(none).rows()).isZero();
        assertThat(profile(none).column("x").orElseThrow().count()).isZero();
        Dataset<Row> data = session.range(5).toDF("x");
        assertThat(DatasetProfiler.profile(data, List.of(), ALL)
                        .profiles()
                        .get(0)
                        .rows())
                .isEqualTo(5);
    }

    private static ProfileGroups byTime(String column) {
        return ProfileGroups.byTime(column, List.of(new ProfileGroups.Group(LABEL, ProfileDetail.FULL)));
    }

    private static ProfileGroups.Group group(LocalDate start, LocalDate end) {
        return new ProfileGroups.Group(Window.between(start, end), ProfileDetail.FULL);
    }

    private static NumericProfile number(DatasetProfile profile, String column) {
        return (NumericProfile) profile.column(column).orElseThrow();
    }

    private static List<ColumnSpec> columnsOf(Dataset<Row> data) {
        return DatasetColumns.of(data.schema(), Set.of(), Set.of());
    }

    private static DatasetProfile profile(Dataset<Row> data) {
        return DatasetProfiler.profile(data, columnsOf(data), ALL).profiles().get(0);
    }
}
