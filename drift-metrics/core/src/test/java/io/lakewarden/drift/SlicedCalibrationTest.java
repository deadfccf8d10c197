package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.DriftAnalysis.Pair;
import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Days of rows in slices of 120, 60 and 40 rows, and a fourth one that has rows in every fourth day alone. All rows of a day share a
 * mood, the rows of a slice half of it, so that tests for independent rows alarm in some slice on most days.
 */
class SlicedCalibrationTest {
    private static final int DAYS = 39;
    private static final int COLUMNS = 2;
    private static final int[] ROWS = {120, 60, 40, 50};
    private static final int RARE = 3;
    private static final int WINDOW = 60;

    /** One false alarm in ten days. */
    private static final DriftPolicy HELD = BudgetedDays.held("0.7/week");

    @Test
    void keepsTheBudgetOverColumnsTimesSlices() {
        int days = 0;
        int held = 0;
        int tested = 0;
        for (int seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            Reference2026 reference = new Reference2026(random);
            for (int window = 0; window < 15; window++) {
                Day today = new Day(random, window, 0, 0);
                days++;
                held += isAlarm(reference.compare(today, HELD)) ? 1 : 0;
                tested += isAlarm(reference.compare(today, DriftPolicy.DEFAULT)) ? 1 : 0;
            }
        }
        // 12 of 120 at most on average; the rates of eight references follow Beta(4, 36), which makes 3.8 the deviation
        // of the sum
        assertThat(held).isLessThanOrEqualTo(23);
        assertThat(tested).isGreaterThan(days / 2);
    }

    @Test
    void findsOneSliceThatMoved() {
        Random random = new Random(7);
        Reference2026 reference = new Reference2026(random);

        List<DatasetDrift> drifts = reference.compare(new Day(random, 1, 1, 2.5), HELD);

        DriftCheck moved = BudgetedDays.primary(drifts.get(2).columns().get(0));
        assertThat(moved.reason()).isEqualTo(CheckReason.BEYOND_LIMITS);
        assertThat(moved.finding().status()).isEqualTo(Status.FAIL);
        assertThat(moved.finding().sentence()).contains("The budget of false alarms takes up to ");
        assertThat(moved.calibrated().orElseThrow()).isBetween(0.3, 2.2);
        assertThat(drifts.get(2).columns().get(1).status()).isEqualTo(Status.PASS);
        assertThat(List.of(drifts.get(1), drifts.get(3)))
                .flatExtracting(DatasetDrift::columns)
                .extracting(ColumnDrift::status)
                .containsOnly(Status.PASS);
        assertThat(budget(drifts)).endsWith(" It covers 2 columns and 6 columns of 3 slices.");
        assertThat(drifts.subList(1, drifts.size()))
                .flatExtracting(DatasetDrift::findings)
                .extracting(Finding::key)
                .noneMatch(key -> key.endsWith("false_alarms"));
    }

    @Test
    void aSliceThatMostBlocksLackIsLeftOutAndThatIsSaid() {
        Random random = new Random(9);
        Reference2026 reference = new Reference2026(random);

        List<DatasetDrift> drifts = reference.compare(new Day(random, 0, RARE, 3), HELD);

        ColumnDrift rare = drifts.get(1 + RARE).columns().get(0);
        assertThat(BudgetedDays.primary(rare).reason()).isEqualTo(CheckReason.TOO_FEW_BLOCKS);
        assertThat(rare.status()).isEqualTo(Status.SKIPPED);
        assertThat(BudgetedDays.primary(rare).finding().sentence())
                .endsWith(
                        "but is not judged: most blocks of the reference have fewer than 30 values of it to tell how far"
                                + " it moves by chance.");
        assertThat(budget(drifts))
                .endsWith(
                        " It covers 2 columns and 6 columns of 3 slices; 2 columns of slices cannot alarm, as most blocks"
                                + " have fewer than 30 values there.");
    }

    @Test
    void slicesWithoutBlocksGoByTestsAndThatIsSaid() {
        Random random = new Random(7);
        Reference2026 reference = new Reference2026(random);
        Day today = new Day(random, 1, 1, 2.5);
        Slice second = new Slice("s", "1");

        List<DatasetDrift> drifts = DriftAnalysis.compareSliced(
                reference.pair(today, Slice.ALL, row -> true),
                List.of(new Pair(
                        Reference.of(reference
                                .pair(today, second, row -> row == 1)
                                .reference()
                                .whole()),
                        reference.pair(today, second, row -> row == 1).current())),
                HELD);

        assertThat(BudgetedDays.primary(drifts.get(1).columns().get(0)).calibrated())
                .isEmpty();
        assertThat(BudgetedDays.primary(drifts.get(1).columns().get(0))
                        .finding()
                        .status())
                .isEqualTo(Status.FAIL);
        assertThat(budget(drifts))
                .endsWith(
                        " It covers 2 columns; slices are judged by tests alone, as the blocks are not counted by slice.");
    }

    /** What a slice does in the blocks counts, whether or not the window has it: that must not depend on which is the window. */
    @Test
    void aSliceThatTheWindowLacksTakesPartInTheLimit() {
        Random random = new Random(11);
        Reference2026 reference = new Reference2026(random);
        Day today = new Day(random, 1, 0, 0);
        Pair all = reference.pair(today, Slice.ALL, row -> true);
        Pair absent = new Pair(
                reference.pair(today, new Slice("s", "2"), row -> row == 2).reference(),
                reference.profile(List.of(today), new Slice("s", "2"), WINDOW, row -> false, ProfileDetail.FULL));

        double alone = limit(DriftAnalysis.compareSliced(all, List.of(), HELD));
        double together = limit(DriftAnalysis.compareSliced(all, List.of(absent), HELD));

        assertThat(together).isGreaterThan(alone);
    }

    private static double limit(List<DatasetDrift> drifts) {
        return BudgetedDays.primary(drifts.get(0).columns().get(0)).calibrated().orElseThrow();
    }

    private static String budget(List<DatasetDrift> drifts) {
        return drifts.get(0).findings().get(0).sentence();
    }

    private static boolean isAlarm(List<DatasetDrift> drifts) {
        return drifts.stream().anyMatch(BudgetedDays::isAlarm);
    }

    /** The values of one day: of each slice the rows, of each row the columns. */
    private static final class Day {
        private final List<double[][]> slices = new ArrayList<>();

        /** A day on which the first column has moved in one slice. */
        Day(Random random, int day, int slice, double moved) {
            double shared = 0.3 * random.nextGaussian();
            for (int part = 0; part < ROWS.length; part++) {
                double[] mood = new double[COLUMNS];
                for (int column = 0; column < COLUMNS; column++) {
                    mood[column] = shared + 0.3 * random.nextGaussian() + (part == slice && column == 0 ? moved : 0);
                }
                double[][] rows = new double[part == RARE && day % 4 != 0 ? 5 : ROWS[part]][COLUMNS];
                for (double[] row : rows) {
                    for (int column = 0; column < COLUMNS; column++) {
                        row[column] = mood[column] + random.nextGaussian();
                    }
                }
                slices.add(rows);
            }
        }
    }

    /** A reference of days, each a block that is counted by slice. */
    private static final class Reference2026 {
        private final List<Day> days;
        private final List<Optional<Binning>> binnings;
        private final Map<Slice, Reference> references = new HashMap<>();

        Reference2026(Random random) {
            days = IntStream.range(0, DAYS)
                    .mapToObj(day -> new Day(random, day, 0, 0))
                    .toList();
            binnings = IntStream.range(0, COLUMNS)
                    .mapToObj(column -> BinningRule.DEFAULT.freeze(Profiles.column(
                            days.stream()
                                    .flatMap(day -> day.slices.stream())
                                    .flatMap(Arrays::stream)
                                    .map(row -> row[column])
                                    .toList(),
                            Optional.empty())))
                    .toList();
        }

        List<DatasetDrift> compare(Day today, DriftPolicy policy) {
            return DriftAnalysis.compareSliced(
                    pair(today, Slice.ALL, row -> true),
                    IntStream.range(0, ROWS.length)
                            .mapToObj(
                                    slice -> pair(today, new Slice("s", Integer.toString(slice)), row -> row == slice))
                            .toList(),
                    policy);
        }

        Pair pair(Day today, Slice slice, IntPredicate part) {
            return new Pair(
                    references.computeIfAbsent(slice, name -> reference(name, part)),
                    profile(List.of(today), slice, WINDOW, part, ProfileDetail.FULL));
        }

        private Reference reference(Slice slice, IntPredicate part) {
            return new Reference(
                    profile(days, slice, 0, part, ProfileDetail.FULL),
                    IntStream.range(0, DAYS)
                            .mapToObj(day -> profile(List.of(days.get(day)), slice, day, part, ProfileDetail.COUNTS))
                            .toList());
        }

        DatasetProfile profile(List<Day> some, Slice slice, int day, IntPredicate part, ProfileDetail detail) {
            List<double[]> rows = some.stream()
                    .flatMap(values ->
                            IntStream.range(0, ROWS.length).filter(part).mapToObj(values.slices::get))
                    .flatMap(Arrays::stream)
                    .toList();
            return BudgetedDays.profile(binnings, rows, day, slice, detail);
        }
    }
}
