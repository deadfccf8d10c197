package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakewarden.profile.ClusterCounts;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericBinning;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.profile.SlicedProfile;
import io.lakewarden.result.Window;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
class ClusterBlocksTest {
    private static final Window FIRST = Window.parse("2012-01-01/2012-01-05");
    private static final Window SECOND = Window.parse("2012-01-03/2012-01-08");
    private static final Optional<ClusterKey> KEY = Optional.of(new ClusterKey(List.of("holder.`ca.rd`", "shop")));

    private final SparkSession session;

    @TempDir
    private Path folder;

    ClusterBlocksTest(SparkSession session) {
        this.session = session;
    }

    @Test
    void countsTheRowsOfAKeyInOneBlockHoweverTheyAreRead() {
        Dataset<Row> rows = rows();
        rows.write().parquet(folder.resolve("data").toString());
        Dataset<Row> columnar = session.read().parquet(folder.resolve("data").toString());
        ProfiledGroups fromRows = profile(rows, groups().clusteredBy(KEY));
        ProfiledGroups fromBatches = profile(columnar, groups().clusteredBy(KEY));

        assertThat(fromRows.path()).isEqualTo(ScanPath.ROWS);
        assertThat(fromBatches.path()).isEqualTo(ScanPath.COLUMNAR);
        assertThat(fromBatches.clusters()).isEqualTo(fromRows.clusters());
        for (SlicedProfile profile : fromBatches.sliced()) {
            DatasetProfile whole = profile.whole();
            Map<String, ClusterCounts> clusters = profile.clusters();
            assertThat(clusters.keySet()).isEqualTo(whole.columns().keySet());
            // each bin, and the nulls, of all blocks together are those of all rows
            ClusterCounts amounts = clusters.get("amount");
            for (int bin = 0; bin < 3; bin++) {
                assertThat(all(amounts, bin))
                        .isEqualTo(whole.columns()
                                .get("amount")
                                .bins()
                                .orElseThrow()
                                .count(bin));
            }
            assertThat(all(amounts, amounts.cells() - 1))
                    .isEqualTo(whole.columns().get("amount").nulls())
                    .isPositive();
        }
        // the amount says which of 96 keys a row is of: a block has the rows of whole keys, and many have some
        List<Long> sizes = IntStream.range(0, ClusterKey.BLOCKS)
                .mapToLong(fromRows.clusters().get(0).get("at")::rows)
                .boxed()
                .toList();
        assertThat(sizes).allMatch(size -> size % 60 == 0);
        assertThat(sizes).filteredOn(size -> size > 0).hasSizeGreaterThan(25);
    }

    @Test
    void goesOutInTheSameScanBesideSlices() throws Exception {
        rows().write().parquet(folder.resolve("data").toString());
        Dataset<Row> data = session.read().parquet(folder.resolve("data").toString());
        ProfileGroups asked = groups().slicedBy(List.of(new SliceKey("shop", List.of("a"))));
        List<ProfiledGroups> found = new ArrayList<>();

        assertThat(JobRecorder.stagesOfJobs(session, () -> found.add(profile(data, asked.clusteredBy(KEY)))))
                .containsExactly(2);
        ProfiledGroups plain = profile(data, asked);
        for (int group = 0; group < 2; group++) {
            SameProfiles.assertSame(
                    found.get(0).profiles().get(group), plain.profiles().get(group));
            for (int slice = 0; slice < 2; slice++) {
                SameProfiles.assertSame(
                        found.get(0).slices().get(group).get(slice),
                        plain.slices().get(group).get(slice));
            }
        }
        assertThat(plain.clusters()).allMatch(Map::isEmpty);
        ProfileGroups counts =
                ProfileGroups.byTime("at", List.of(new ProfileGroups.Group(FIRST, ProfileDetail.COUNTS)));
        assertThat(profile(data, counts.clusteredBy(KEY)).clusters()).allMatch(Map::isEmpty);
    }

    @Test
    void rowsWithoutAKeyBelongTogether() {
        Dataset<Row> data = session.range(0, 500, 1, 2)
                .selectExpr("timestamp_seconds(1325376000 + id) AS at", "CAST(NULL AS STRING) AS shop", "id AS amount");
        ClusterCounts counts = profile(
                        data,
                        ProfileGroups.all(FIRST, ProfileDetail.FULL)
                                .clusteredBy(Optional.of(new ClusterKey(List.of("shop")))))
                .clusters()
                .get(0)
                .get("amount");
        assertThat(IntStream.range(0, ClusterKey.BLOCKS)
                        .mapToLong(counts::rows)
                        .filter(rows -> rows > 0)
                        .boxed())
                .containsExactly(500L);
    }

    @Test
    void refusesWhatIsNoKey() {
        Dataset<Row> data = session.range(3).selectExpr("id", "array(id) AS list");
        ProfileGroups all = ProfileGroups.all(FIRST, ProfileDetail.FULL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(data, all.clusteredBy(Optional.of(new ClusterKey(List.of("di"))))))
                .withMessage("there is no column 'di' outside arrays and maps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(data, all.clusteredBy(Optional.of(new ClusterKey(List.of("id", "list"))))))
                .withMessage("column 'list' is array<bigint>, which does not say which rows belong together");
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterKey(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterKey(List.of("id", "id")));
    }

    private static long all(ClusterCounts counts, int cell) {
        return IntStream.range(0, counts.blocks())
                .mapToLong(block -> counts.count(block, cell))
                .sum();
    }

    /** Minute by minute; key after key, of 32 cards in three shops; a card, a shop or both may be null. */
    private Dataset<Row> rows() {
        return session.range(0, 96 * 120, 1, 3)
                .selectExpr(
                        "timestamp_seconds(1325376000 + id * 60) AS at",
                        "if(id % 32 = 7, NULL, named_struct('ca.rd', if(id % 32 = 5, NULL, id % 32))) AS holder",
                        "element_at(array('a', 'ü 😀', NULL), INT(id % 3 + 1)) AS shop",
                        "if(id % 5 = 0, NULL, id % 96 / 8.0D) AS amount");
    }

    private static ProfileGroups groups() {
        return ProfileGroups.byTime(
                "at",
                List.of(
                        new ProfileGroups.Group(FIRST, ProfileDetail.FULL),
                        new ProfileGroups.Group(SECOND, ProfileDetail.FULL)));
    }

    private static ProfiledGroups profile(Dataset<Row> data, ProfileGroups groups) {
        List<ColumnSpec> columns = DatasetColumns.of(data.schema(), Set.of(), Set.of()).stream()
                .map(column -> column.name().equals("amount") && column.kind() == ColumnKind.NUMERIC
                        ? new ColumnSpec(
                                column.name(), column.kind(), column.type(), Optional.of(NumericBinning.ofEdges(3, 6)))
                        : column)
                .toList();
        return DatasetProfiler.profile(data, columns, groups);
    }
}
