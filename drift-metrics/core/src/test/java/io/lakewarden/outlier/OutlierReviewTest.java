package io.lakewarden.outlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.CategoricalColumnBuilder;
import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.NumericColumnBuilder;
import io.lakewarden.profile.ProfileBuilder;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two numbers that go together, and a category. */
class OutlierReviewTest {
    private static final OutlierPolicy POLICY = OutlierPolicy.DEFAULTS;
    private static final int REFERENCE_ROWS = 4000;

    private record Input(double x, double y, String job) {}

    private static Input usual(Random random) {
        double x = 20 + 5 * random.nextGaussian();
        return new Input(x, 2 * x + random.nextGaussian(), "job " + random.nextInt(6));
    }

    private static List<Input> usual(long seed, int rows) {
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            inputs.add(usual(random));
        }
        return inputs;
    }

    /** Both numbers are low or both are high. */
    private static List<Input> twoKinds(long seed, int rows) {
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int kind = random.nextInt(2);
            inputs.add(new Input(
                    20 * kind + random.nextGaussian(), 40 * kind + random.nextGaussian(), "job " + random.nextInt(6)));
        }
        return inputs;
    }

    private static DatasetProfile profile(List<Input> rows) {
        ProfileBuilder builder = new ProfileBuilder(
                List.of(
                        new ColumnSpec("x", ColumnKind.NUMERIC, "double", Optional.empty()),
                        new ColumnSpec("y", ColumnKind.NUMERIC, "double", Optional.empty()),
                        new ColumnSpec("job", ColumnKind.CATEGORICAL, "string", Optional.empty())),
                ProfileDetail.FULL);
        for (Input row : rows) {
            builder.addRow();
            ((NumericColumnBuilder) builder.column(0)).add(row.x());
            ((NumericColumnBuilder) builder.column(1)).add(row.y());
            ((CategoricalColumnBuilder) builder.column(2)).add(row.job());
        }
        return builder.build(Window.parse("2026-01-01/2026-02-01"), Slice.ALL);
    }

    private static double[] cells(ReferenceSupport support, Input row) {
        return new double[] {
            row.x(), row.y(), ((CategorySupport) support.columns().get(2)).place(row.job())
        };
    }

    private static ReferenceOutliers reference(List<Input> rows, OutlierPolicy policy) {
        ReferenceSupport support = ReferenceSupport.of(profile(rows), List.of("x", "y", "job"), policy.fence());
        double[][] sample = rows.stream().map(row -> cells(support, row)).toArray(double[][]::new);
        return ReferenceOutliers.learn(support, sample, policy);
    }

    private static OutlierTally tally(ReferenceOutliers reference, List<Input> rows) {
        OutlierTally tally = new OutlierTally(3, 5);
        for (int row = 0; row < rows.size(); row++) {
            Input input = rows.get(row);
            String name = "row " + row;
            tally.add(reference.judge(), cells(reference.support(), input), new RowText() {
                @Override
                public List<String> identity() {
                    return List.of(name);
                }

                @Override
                public String category(int column) {
                    return input.job();
                }
            });
        }
        return tally;
    }

    private static Finding finding(List<Finding> findings, OutlierKind kind) {
        return findings.stream()
                .filter(it -> it.key().equals("outliers/:table/" + kind.check()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aQuietWindowGivesNoAlarm(long seed) {
        ReferenceOutliers reference = reference(usual(1000 + seed, REFERENCE_ROWS), POLICY);
        for (int rows : new int[] {5, 100, 2000}) {
            assertThat(new OutlierReview(reference, POLICY).findings(tally(reference, usual(seed, rows))))
                    .hasSize(3)
                    .allSatisfy(it -> assertThat(it.status()).as(it.sentence()).isEqualTo(Status.PASS));
        }
    }

    @Test
    void theForestsShareOnQuietRowsIsWhatItPromises() {
        ReferenceOutliers reference = reference(usual(1, 20_000), POLICY);
        ReferenceOutliers.Isolation isolation = reference.isolation().orElseThrow();
        assertThat(isolation.expected()).isCloseTo(0.001, within(1e-4));
        assertThat(isolation.surely()).isBetween(0.0012, 0.002);
        OutlierRate rate = new OutlierReview(reference, POLICY)
                .rates(tally(reference, usual(2, 50_000))).stream()
                        .filter(it -> it.kind() == OutlierKind.ISOLATION)
                        .findFirst()
                        .orElseThrow();
        assertThat((double) rate.outliers() / rate.rows()).isBetween(0.0003, isolation.surely());
    }

    @Test
    void valuesThatTheReferenceHasNotSeenAreCountedAndShown() {
        ReferenceOutliers reference = reference(usual(1, REFERENCE_ROWS), POLICY);
        List<Input> rows = usual(2, 980);
        for (int row = 0; row < 15; row++) {
            rows.add(new Input(-200, 40, "job 1"));
        }
        for (int row = 0; row < 5; row++) {
            rows.add(new Input(20, 40, "<b>=astronaut"));
        }
        OutlierTally tally = tally(reference, rows);
        Finding found = finding(new OutlierReview(reference, POLICY).findings(tally), OutlierKind.SUPPORT);
        assertThat(found.status()).isEqualTo(Status.WARN);
        assertThat(found.sentence())
                .matches(
                        "2(\\.\\d)? % of the rows \\(2\\d of 1000\\) lie outside what the reference has seen; of new rows of its kind"
                                + " at most 0\\.\\d+ % would; most by 'x' \\(1\\d\\)\\.");
        assertThat(tally.examples()).hasSize(5);
        assertThat(tally.examples().get(0).reasons().get(0).value()).isEqualTo("-200");
        assertThat(tally.examples().get(0).identity()).containsExactly("row 980");
        assertThat(tally.examples().get(1).reasons())
                .containsExactly(new OutlierReason("job", "<b>=astronaut", "6 known categories"));
    }

    @Test
    void combinationsAreSeenByTheForestAlone() {
        ReferenceOutliers reference = reference(twoKinds(1, REFERENCE_ROWS), POLICY);
        List<Input> rows = twoKinds(2, 900);
        for (int row = 0; row < 100; row++) {
            rows.add(new Input(row / 100.0, 40, "job 1"));
        }
        OutlierTally tally = tally(reference, rows);
        List<Finding> findings = new OutlierReview(reference, POLICY).findings(tally);
        assertThat(finding(findings, OutlierKind.ISOLATION).status()).isEqualTo(Status.WARN);
        assertThat(finding(findings, OutlierKind.SUPPORT).status()).isEqualTo(Status.PASS);
        assertThat(finding(findings, OutlierKind.FENCES).status()).isEqualTo(Status.PASS);
        OutlierExample example = tally.examples().stream()
                .filter(it -> it.kind() == OutlierKind.ISOLATION)
                .findFirst()
                .orElseThrow();
        assertThat(example.reasons()).extracting(OutlierReason::column).containsAnyOf("x", "y");
    }

    @Test
    void missingAndInfiniteCells() {
        ReferenceOutliers reference = reference(usual(1, REFERENCE_ROWS), POLICY);
        OutlierTally tally = new OutlierTally(3, 5);
        tally.add(reference.judge(), new double[] {Double.NaN, Double.NaN, Double.NaN}, RowText.NONE);
        tally.add(reference.judge(), new double[] {Double.NEGATIVE_INFINITY, Double.NaN, 0}, RowText.NONE);
        assertThat(tally.rows(OutlierKind.SUPPORT)).isEqualTo(1);
        assertThat(tally.rows(OutlierKind.FENCES)).isEqualTo(1);
        assertThat(tally.examples()).hasSize(1);
        assertThat(tally.examples().get(0).reasons().get(0).value()).isEqualTo("-Infinity");
    }

    @Test
    void partsMergeToTheWholeWhereverTheyAreCut() {
        ReferenceOutliers reference = reference(usual(1, REFERENCE_ROWS), POLICY);
        List<Input> rows = usual(2, 600);
        rows.set(100, new Input(900, 40, "job 1"));
        rows.set(500, new Input(-900, 40, "job 1"));
        rows.set(501, new Input(20, 40, "new"));
        OutlierTally whole = tally(reference, rows);
        OutlierTally parts = tally(reference, List.of());
        OutlierTally first = new OutlierTally(3, 5);
        OutlierTally second = new OutlierTally(3, 5);
        for (int row = 0; row < rows.size(); row++) {
            (row % 2 == 0 ? first : second)
                    .add(reference.judge(), cells(reference.support(), rows.get(row)), RowText.NONE);
        }
        parts.merge(second).merge(first);
        for (OutlierKind kind : OutlierKind.values()) {
            assertThat(parts.rows(kind)).isEqualTo(whole.rows(kind));
        }
        assertThat(parts.rows()).isEqualTo(600);
        assertThat(parts.examples())
                .extracting(OutlierExample::severity)
                .isEqualTo(
                        whole.examples().stream().map(OutlierExample::severity).toList());
    }

    @Test
    void columnsThatTellNothingAreNamed() {
        List<Input> rows = new ArrayList<>();
        for (int row = 0; row < 500; row++) {
            rows.add(new Input(1, row, "name " + row));
        }
        ReferenceSupport support = ReferenceSupport.of(profile(rows), List.of("x", "y", "job", "gone"), 3);
        assertThat(support.without()).containsExactly("job", "gone");
        assertThat(support.columns()).extracting(ColumnSupport::column).containsExactly("x", "y");
        // A constant has no fences; both extremes of y are held by one row.
        assertThat(support.columns().get(0).beyondFences(5)).isZero();
        assertThat(support.columns().get(0).beyond(5)).isEqualTo(4);
        assertThat(support.aloneRows()).isEqualTo(2);
    }

    @Test
    void fewRowsMakeNoForest() {
        ReferenceOutliers reference = reference(usual(1, 150), POLICY);
        Finding found = finding(
                new OutlierReview(reference, POLICY).findings(tally(reference, usual(2, 50))), OutlierKind.ISOLATION);
        assertThat(found.status()).isEqualTo(Status.SKIPPED);
        assertThat(found.sentence()).contains("the reference has 150 rows, and at least 200 are needed");
    }

    @Test
    void intervalsAndProbabilitiesAreThoseOfSciPy() {
        // scipy.stats.binomtest(7, 100).proportion_ci(method="wilson"), and of (0, 40)
        Known seven = (Known) OutlierRate.wilson(7, 100);
        assertThat(seven.lower()).isCloseTo(0.03431926106727269, within(1e-9));
        assertThat(seven.upper()).isCloseTo(0.13749514739073504, within(1e-9));
        Known none = (Known) OutlierRate.wilson(0, 40);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.08762160119728662, within(1e-9));
        assertThat(OutlierRate.wilson(0, 0).number()).isEmpty();
        // scipy.stats.binom.sf(11, 15, 1000 / 5000)
        assertThat(OutlierRate.pValue(12, 1000, 3, 4000)).isCloseTo(1.0115e-6, within(1e-9));
    }

    @Test
    void aBurstIsMoreThanTheReferenceEverShows() {
        OutlierReview review = new OutlierReview(reference(usual(1, REFERENCE_ROWS), POLICY), POLICY);
        BurstLimit varied = new BurstLimit(0.004, 100_000);
        RowGroup group = new RowGroup(300, 1200, "the hour from 2026-02-03T04:00:00Z", List.of("x"), 5, 12, 300);
        Finding found = review.burst(group, varied, 700);
        assertThat(found.status()).isEqualTo(Status.WARN);
        assertThat(found.sentence())
                .isEqualTo(
                        "300 of the 1200 rows of the hour from 2026-02-03T04:00:00Z equal each other on a coarse grid in"
                                + " all columns but 'x'; in the reference at most 0.4 % of the rows of such a time do. Of 300 of them"
                                + " 12 lie outside what the reference has seen: a client may be probing the model, or a sensor hangs.");
        assertThat(review.burst(group, new BurstLimit(0.2, 100_000), 700).status())
                .isEqualTo(Status.PASS);
        RowGroup small = new RowGroup(19, 20, "all rows", List.of(), 1, 0, 0);
        assertThat(review.burst(small, varied, 1).status()).isEqualTo(Status.PASS);
        assertThat(review.noBurst().status()).isEqualTo(Status.PASS);
    }
}
