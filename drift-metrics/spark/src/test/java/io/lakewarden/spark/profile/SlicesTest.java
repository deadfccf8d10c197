package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
class SlicesTest {
    private static final Window FIRST = Window.parse("2012-01-01/2012-01-05");
    private static final Window SECOND = Window.parse("2012-01-03/2012-01-08");
    private static final SliceKey CODE = new SliceKey("code", List.of("1", "4", "99"));
    private static final SliceKey CITY = new SliceKey("home.`ci.ty`", List.of("Çanakkale 😀", "b"));

    private final SparkSession session;

    @TempDir
    private Path folder;

    SlicesTest(SparkSession session) {
        this.session = session;
    }

    @ParameterizedTest
    @EnumSource(ScanPath.class)
    void profilesEachSliceAsIfItsRowsStoodAlone(ScanPath path) {
        Dataset<Row> data = data(path);
        ProfiledGroups found = profile(data, groups().slicedBy(List.of(CODE, CITY)));
        assertThat(found.path()).isEqualTo(path);
        List<String> predicates = List.of(
                "code = 1",
                "code = 4",
                "code = 99",
                "code IS NULL OR code NOT IN (1, 4, 99)",
                "home.`ci.ty` = 'Çanakkale 😀'",
                "home.`ci.ty` = 'b'",
                "home.`ci.ty` IS NULL OR home.`ci.ty` NOT IN ('Çanakkale 😀', 'b')");
        for (int i = 0; i < predicates.size(); i++) {
            ProfiledGroups alone = profile(data.where(predicates.get(i)), groups());
            for (int group = 0; group < 2; group++) {
                DatasetProfile slice = found.slices().get(group).get(i);
                SameProfiles.assertSame(slice, alone.profiles().get(group));
            }
        }
        SameProfiles.assertSame(
                found.profiles().get(1), profile(data, groups()).profiles().get(1));
    }

    @ParameterizedTest
    @EnumSource(ScanPath.class)
    void aPredicatePartsTheRowsThatSatisfyItFromTheRest(ScanPath path) throws Exception {
        String predicate = "coalesce(code, 0) > 3 OR home.`ci.ty` LIKE 'Ç%' OR nullif(many, 7) IS NULL";
        String orNull = "code = 4";
        Dataset<Row> data = data(path);
        ProfileGroups sliced = groups().slicedBy(
                        List.of(SliceKey.where("<b> name", predicate), CODE, SliceKey.where("null is rest", orNull)));
        List<ProfiledGroups> found = new ArrayList<>();
        // The columns that predicates look at are not among those profiled.
        List<ColumnSpec> columns = DatasetColumns.of(data.select("few").schema(), Set.of(), Set.of());
        assertThat(JobRecorder.stagesOfJobs(session, () -> found.add(DatasetProfiler.profile(data, columns, sliced))))
                .hasSize(1);
        assertThat(found.get(0).path()).isEqualTo(path);
        List<DatasetProfile> slices = found.get(0).slices().get(1);
        assertThat(slices)
                .extracting(DatasetProfile::slice)
                .startsWith(new Slice("<b> name", "true"), Slice.rest("<b> name"))
                .endsWith(new Slice("null is rest", "true"), Slice.rest("null is rest"));
        List<String> alone = List.of(predicate, "NOT (" + predicate + ") OR (" + predicate + ") IS NULL");
        for (int slice = 0; slice < 2; slice++) {
            SameProfiles.assertSame(
                    slices.get(slice),
                    DatasetProfiler.profile(data.where(alone.get(slice)), columns, groups())
                            .profiles()
                            .get(1));
        }
        assertThat(slices.get(7).rows())
                .isEqualTo(found.get(0).profiles().get(1).rows() - slices.get(6).rows())
                .isPositive();
        assertThat(slices.get(6).rows()).isEqualTo(slices.get(3).rows());
    }

    @Test
    void namesSlicesByKeyAndValue() {
        ProfiledGroups found = profile(data(ScanPath.COLUMNAR), groups().slicedBy(List.of(CODE)));
        assertThat(found.slices().get(0))
                .extracting(DatasetProfile::slice)
                .containsExactly(
                        new Slice("code", "1"),
                        new Slice("code", "4"),
                        new Slice("code", "99"),
                        new Slice("code", Slice.REST));
        assertThat(found.slices().get(0).get(2).rows()).isZero();
        assertThat(found.slices().get(0).stream()
                        .mapToLong(DatasetProfile::rows)
                        .sum())
                .isEqualTo(found.profiles().get(0).rows());
    }

    @ParameterizedTest
    @EnumSource(ScanPath.class)
    void slicesGroupsOfCountsWhereThatIsAsked(ScanPath path) {
        List<ProfileGroups.Group> mixed = List.of(
                new ProfileGroups.Group(FIRST, ProfileDetail.COUNTS),
                new ProfileGroups.Group(SECOND, ProfileDetail.FULL),
                new ProfileGroups.Group(FIRST, ProfileDetail.COUNTS),
                new ProfileGroups.Group(FIRST, ProfileDetail.COUNTS, true));
        Dataset<Row> data = data(path);
        ProfiledGroups found = profile(
                data,
                ProfileGroups.byTime("at", mixed)
                        .slicedBy(List.of(CODE, CITY))
                        .clusteredBy(Optional.of(new ClusterKey(List.of("code")))));
        ProfiledGroups full = profile(data, groups().slicedBy(List.of(CODE, CITY)));

        assertThat(found.slices()).extracting(List::size).containsExactly(0, 7, 0, 7);
        assertThat(found.clusters()).extracting(Map::isEmpty).containsExactly(true, false, true, true);
        for (int slice = 0; slice < 7; slice++) {
            SameProfiles.assertSame(
                    found.slices().get(1).get(slice), full.slices().get(1).get(slice));
            DatasetProfile counts = found.slices().get(3).get(slice);
            assertThat(counts.rows()).isEqualTo(full.slices().get(0).get(slice).rows());
            assertThat(counts.slice()).isEqualTo(full.slices().get(0).get(slice).slice());
            assertThat(counts.window()).isEqualTo(FIRST);
            assertThat(((NumericProfile) counts.column("few").orElseThrow()).quantile(0.5))
                    .isInstanceOf(Unknown.class);
        }
        assertThat(found.profiles())
                .extracting(DatasetProfile::rows)
                .containsExactly(
                        full.profiles().get(0).rows(),
                        full.profiles().get(1).rows(),
                        full.profiles().get(0).rows(),
                        full.profiles().get(0).rows());
        assertThat(found.sliced().get(1).all()).hasSize(8);
    }

    @Test
    void needsNoMoreJobsThanWithoutSlices() throws Exception {
        Dataset<Row> data = data(ScanPath.COLUMNAR);
        assertThat(JobRecorder.stagesOfJobs(session, () -> profile(data, groups().slicedBy(List.of(CODE, CITY)))))
                .containsExactly(2);
    }

    @Test
    void refusesKeysThatCannotSlice() {
        Dataset<Row> data = data(ScanPath.ROWS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(data, groups().slicedBy(List.of(new SliceKey("cod", List.of("1"))))))
                .withMessage("there is no column 'cod' to slice by outside arrays and maps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(data, groups().slicedBy(List.of(new SliceKey("list.element", List.of("1"))))))
                .withMessage("there is no column 'list.element' to slice by outside arrays and maps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> profile(data, groups().slicedBy(List.of(new SliceKey("list", List.of("1"))))))
                .withMessage("column 'list' is array<bigint>, by which rows cannot be sliced");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceKey("code", List.of("1", "1")))
                .withMessageStartingWith("the values that slice column 'code' are different");
        assertThatIllegalArgumentException().isThrownBy(() -> new SliceKey("code", List.of(Slice.REST)));
    }

    private Dataset<Row> data(ScanPath path) {
        Dataset<Row> data = session.range(0, 12_000, 1, 2)
                .selectExpr(
                        "timestamp_seconds(1325376000 + id * 60) AS at",
                        "if(id % 17 = 0, NULL, INT(id % 6)) AS code",
                        "if(id % 13 = 0, NULL, named_struct('ci.ty', "
                                + "if(id % 7 = 0, NULL, element_at(array('a', 'Çanakkale 😀', 'b'), INT(id % 3 + 1))))) AS home",
                        "id % 40 / 8.0D AS few",
                        "id AS many",
                        "array(id % 2) AS list");
        if (path == ScanPath.ROWS) {
            return data;
        }
        data.write().mode("overwrite").parquet(folder.resolve("data").toString());
        return session.read().parquet(folder.resolve("data").toString());
    }

    private static ProfileGroups groups() {
        return ProfileGroups.byTime(
                "at",
                List.of(
                        new ProfileGroups.Group(FIRST, ProfileDetail.FULL),
                        new ProfileGroups.Group(SECOND, ProfileDetail.FULL)));
    }

    private static ProfiledGroups profile(Dataset<Row> data, ProfileGroups groups) {
        return DatasetProfiler.profile(data, DatasetColumns.of(data.schema(), Set.of(), Set.of()), groups);
    }
}
