package io.lakewarden.spark.outlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.outlier.BurstLimit;
import io.lakewarden.outlier.OutlierExample;
import io.lakewarden.outlier.OutlierKind;
import io.lakewarden.outlier.OutlierPolicy;
import io.lakewarden.outlier.OutlierReason;
import io.lakewarden.outlier.OutlierReview;
import io.lakewarden.outlier.OutlierTally;
import io.lakewarden.outlier.ReferenceOutliers;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.spark.JobRecorder;
import io.lakewarden.spark.SparkExtension;
import io.lakewarden.spark.outlier.NearDuplicates.Found;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.spark.profile.WholeProfile;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten days of a service that is asked five times a minute, and windows of one day. */
@ExtendWith(SparkExtension.class)
class OutlierScanTest {
    private static final Window TEN_DAYS = Window.parse("2026-01-01/2026-01-11");
    private static final OutlierPolicy POLICY = OutlierPolicy.DEFAULTS;
    private static final Optional<String> TIME = Optional.of("at");
    private static final String HOSTILE = "in`come. =1+1 <b>";

    private static Dataset<Row> requests(SparkSession session, long rows, long seed) {
        return session.range(0, rows, 1, 3)
                .selectExpr(
                        "id",
                        "timestamp_seconds(1767225600 + id * 12) AS at",
                        "randn(" + seed + ") AS x",
                        "randn(" + seed + ") * 3 + randn(" + (seed + 1) + ") * 0.2 AS y",
                        "struct(CAST(rand(" + (seed + 2) + ") * 1000 AS INT) AS z) AS inner",
                        "concat('job ', CAST(rand(" + (seed + 3) + ") * 5 AS INT)) AS `" + HOSTILE.replace("`", "``")
                                + "`",
                        "rand(" + (seed + 4) + ") < 0.3 AS married");
    }

    private record Reference(Dataset<Row> rows, ReferenceOutliers learned, NearDuplicates duplicates) {
        static Reference of(Dataset<Row> rows) {
            List<ColumnSpec> columns = DatasetColumns.of(rows.schema(), Set.of(), Set.of("id", "at"));
            DatasetProfile profile = WholeProfile.of(rows, columns, TEN_DAYS);
            List<String> names = columns.stream().map(ColumnSpec::name).toList();
            ReferenceOutliers learned = OutlierScan.learn(rows, profile, names, POLICY);
            return new Reference(
                    rows, learned, new NearDuplicates(learned, TIME, BurstBlock.of(profile.rows(), TEN_DAYS)));
        }

        List<Finding> findings(Dataset<Row> window) {
            OutlierReview review = new OutlierReview(learned, POLICY);
            List<Finding> findings =
                    new ArrayList<>(review.findings(OutlierScan.tally(window, learned, List.of("id"), 5)));
            Optional<Found> found = duplicates.find(window, duplicates.limits(rows), POLICY);
            findings.add(found.map(it -> review.burst(it.group(), it.limit(), it.blocks()))
                    .orElseGet(review::noBurst));
            return findings;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 20, 30, 40, 50})
    void quietDaysGiveNoAlarm(long seed, SparkSession session) {
        Reference reference = Reference.of(requests(session, 36_000, seed));
        assertThat(reference.findings(requests(session, 7_200, 1_000 + seed)))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it.status()).as(it.sentence()).isEqualTo(Status.PASS));
    }

    @Test
    void outliersAreCountedAndShownWhateverTheirNames(SparkSession session) {
        Reference reference = Reference.of(requests(session, 36_000, 1));
        String name = HOSTILE.replace("`", "``");
        Dataset<Row> broken = requests(session, 7_200, 2)
                .selectExpr(
                        "id",
                        "at",
                        "IF(id % 100 = 7, -200, x) AS x",
                        "y",
                        "inner",
                        "IF(id = 11, '=cmd', `" + name + "`) AS `" + name + "`",
                        "married");
        OutlierTally tally = OutlierScan.tally(broken, reference.learned(), List.of("id", "gone"), 3);
        assertThat(tally.rows()).isEqualTo(7_200);
        assertThat(tally.rows(OutlierKind.SUPPORT)).isBetween(73L, 80L);
        assertThat(tally.examples()).hasSize(3);
        OutlierExample sensor = tally.examples().get(0);
        assertThat(sensor.reasons().get(0).value()).isEqualTo("-200");
        assertThat(Long.parseLong(sensor.identity().get(0)) % 100).isEqualTo(7);
        assertThat(sensor.identity().get(1)).isEmpty();
        assertThat(tally.examples()).anySatisfy(example -> assertThat(example.reasons())
                .contains(new OutlierReason("`" + HOSTILE.replace("`", "``") + "`", "=cmd", "5 known categories")));
        // However the rows are cut.
        OutlierTally again = OutlierScan.tally(broken.repartition(5), reference.learned(), List.of("id", "gone"), 3);
        assertThat(again.examples()).isEqualTo(tally.examples());
    }

    @Test
    void aClientThatTriesOneColumnIsFound(SparkSession session) {
        Reference reference = Reference.of(requests(session, 36_000, 1));
        Dataset<Row> probed = requests(session, 7_200, 2)
                .selectExpr(
                        "id",
                        "at",
                        "IF(id BETWEEN 1200 AND 1499 AND id % 3 = 0, 0.4, x) AS x",
                        "IF(id BETWEEN 1200 AND 1499 AND id % 3 = 0, 1.2 + (id % 7) / 1000, y) AS y",
                        "IF(id BETWEEN 1200 AND 1499 AND id % 3 = 0, named_struct('z', CAST((id - 1200) * 9 AS INT)),"
                                + " inner) AS inner",
                        "'job 1' AS `" + HOSTILE.replace("`", "``") + "`",
                        "IF(id BETWEEN 1200 AND 1499 AND id % 3 = 0, true, married) AS married");
        Finding burst = reference.findings(probed).stream()
                .filter(it -> it.key().equals("outliers/:table/near-duplicate-burst"))
                .findFirst()
                .orElseThrow();
        assertThat(burst.status()).as(burst.sentence()).isEqualTo(Status.WARN);
        assertThat(burst.sentence())
                .startsWith(
                        "100 of the 300 rows of the hour from 2026-01-01T04:00:00Z equal each other on a coarse grid in"
                                + " all columns but 'inner.z'; in the reference at most ")
                .contains("Of 100 of them ");
    }

    @Test
    void aTableThatRepeatsItselfHasNoBursts(SparkSession session) {
        Dataset<Row> rows = session.range(0, 20_000, 1, 2)
                .selectExpr(
                        "id",
                        "timestamp_seconds(1767225600 + id * 40) AS at",
                        "IF(rand(1) < 0.7, 'a', 'b') AS kind",
                        "CAST(rand(2) * 3 AS INT) AS size",
                        "rand(3) < 0.5 AS sold");
        Reference reference = Reference.of(rows);
        assertThat(reference.findings(rows.filter("id % 2 = 0")))
                .allSatisfy(it -> assertThat(it.status()).as(it.sentence()).isEqualTo(Status.PASS));
    }

    @Test
    void theNumberOfJobsDoesNotDependOnTheWidth(SparkSession session) throws Exception {
        List<Integer> narrow = jobs(session, 3);
        assertThat(jobs(session, 60)).isEqualTo(narrow);
    }

    private static List<Integer> jobs(SparkSession session, int width) throws Exception {
        Dataset<Row> rows = session.range(0, 4_000, 1, 2)
                .selectExpr(IntStream.range(0, width)
                        .mapToObj(column -> "randn(" + column + ") AS c" + column)
                        .toArray(String[]::new));
        List<ColumnSpec> columns = DatasetColumns.of(rows.schema(), Set.of(), Set.of());
        DatasetProfile profile = WholeProfile.of(rows, columns, TEN_DAYS);
        return JobRecorder.stagesOfJobs(session, () -> {
            ReferenceOutliers learned = OutlierScan.learn(
                    rows, profile, columns.stream().map(ColumnSpec::name).toList(), POLICY);
            OutlierScan.tally(rows, learned, List.of(), 5);
            NearDuplicates duplicates = new NearDuplicates(learned, Optional.empty(), BurstBlock.WHOLE);
            List<BurstLimit> limits = duplicates.limits(rows);
            duplicates.find(rows, limits, POLICY);
        });
    }
}
