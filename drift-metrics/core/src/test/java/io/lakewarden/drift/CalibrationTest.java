package io.lakewarden.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.profile.Binning;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days whose rows are not independent: all rows of a day share a mood, and the columns share half of it. Tests that take
 * rows for independent alarm on most of such days though nothing has moved for good.
 */
class CalibrationTest {
    private static final int DAYS = 39;
    private static final int ROWS = 100;
    private static final int COLUMNS = 4;

    /** One false alarm in ten days. */
    private static final DriftPolicy HELD = BudgetedDays.held("0.7/week");

    @Test
    void keepsTheBudgetWhereTestsForIndependentRowsDoNot() {
        int days = 0;
        int held = 0;
        int tested = 0;
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            Days days2026 = new Days(random);
            for (int window = 0; window < 15; window++) {
                List<double[]> today = days2026.rows(random, 0);
                days++;
                held += BudgetedDays.isAlarm(days2026.compare(today, HELD)) ? 1 : 0;
                tested += BudgetedDays.isAlarm(days2026.compare(today, DriftPolicy.DEFAULT)) ? 1 : 0;
            }
        }
        // 15 of 150 at most on average. A reference's own rate follows Beta(4, 36), so that the standard deviation of
        // the
        // sum is 4.3: 28 is three of them away.
        assertThat(held).isLessThanOrEqualTo(28);
        assertThat(tested).isGreaterThan(days / 4);
    }

    @Test
    void findsWhatTheReferenceNeverDid() {
        Random random = new Random(7);
        Days days = new Days(random);

        DatasetDrift drift = days.compare(days.rows(random, 2.5), HELD);

        DriftCheck moved = BudgetedDays.primary(drift.columns().get(0));
        assertThat(moved.reason()).isEqualTo(CheckReason.BEYOND_LIMITS);
        assertThat(moved.finding().status()).isEqualTo(Status.FAIL);
        assertThat(moved.calibrated().orElseThrow()).isBetween(0.3, 2.0);
        assertThat(moved.finding().sentence())
                .matches(
                        ".* The budget of false alarms takes up to \\S+ standard deviations for what the reference's own"
                                + " blocks do\\.");
        assertThat(moved.season()).isEmpty();
        assertThat(new DriftExplanation(HELD, drift).of(drift.columns().get(0)))
                .anyMatch(line -> line.startsWith("    beyond its limits, and beyond ")
                        && line.endsWith("within the budget of 0.7/week false alarms"));
        assertThat(drift.columns().subList(1, COLUMNS)).allSatisfy(column -> assertThat(
                        BudgetedDays.primary(column).finding().status())
                .isEqualTo(Status.PASS));
    }

    @Test
    void saysThatItKeepsTheBudget() {
        assertThat(budget(new Days(new Random(3)), HELD)).satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.PASS);
            assertThat(finding.sentence())
                    // Beta(4, 36): 18.7 % at 95 %
                    .isEqualTo(
                            "False alarms of all columns together are held to 0.7/week: to 0.7/week, "
                                    + "10 % of the windows on average and with 95 % confidence at most 18.7 %. It covers 4 columns.");
        });
    }

    @Test
    void promisesTheTightestBudgetWhereTheBlocksAreTooFew() {
        assertThat(budget(new Days(new Random(3)), BudgetedDays.held("1/year"))).satisfies(finding -> {
            assertThat(finding.observed()).isEqualTo("9.13/year");
            assertThat(finding.sentence())
                    .isEqualTo(
                            "1/year false alarms cannot be promised by 39 blocks of the reference; held is what can be, "
                                    + "9.13/year, 2.5 % of the windows on average and with 95 % confidence at most 7.39 %. It covers 4 columns.");
        });
    }

    @Test
    void withoutBlocksTheTestsDecideAndThatIsSaid() {
        Days days = new Days(new Random(3));
        DatasetDrift drift = DriftAnalysis.compare(
                Reference.of(days.whole), days.profile(days.rows(new Random(4), 3), 60, ProfileDetail.FULL), HELD);

        assertThat(drift.findings().get(0)).satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.SKIPPED);
            assertThat(finding.sentence())
                    .contains("the reference has 0 blocks of the window's length, and at least 2");
        });
        assertThat(BudgetedDays.primary(drift.columns().get(0)).finding().status())
                .isEqualTo(Status.FAIL);
    }

    @Test
    void readsABudget() {
        assertThat(FalseAlarmBudget.parse("1/month").perWindow(Window.ofDay(BudgetedDays.FIRST)))
                .isCloseTo(12 / 365.25, within(1e-12));
        assertThat(FalseAlarmBudget.parse(" 2.5 / year ")).hasToString("2.5/year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/month", "-1/month", "1/fortnight", "1/MONTH", "1e3/month"})
    void refusesWhatIsNoBudget(String text) {
        assertThatThrownBy(() -> FalseAlarmBudget.parse(text)).hasMessageContaining("such as 1/month");
    }

    private static Finding budget(Days days, DriftPolicy policy) {
        return days.compare(days.rows(new Random(5), 0), policy).findings().get(0);
    }

    /** A reference of days, each a block. */
    private static final class Days {
        private final List<Optional<Binning>> binnings;
        private final DatasetProfile whole;
        private final List<DatasetProfile> blocks = new ArrayList<>();

        Days(Random random) {
            List<List<double[]>> days =
                    IntStream.range(0, DAYS).mapToObj(day -> rows(random, 0)).toList();
            List<double[]> all = days.stream().flatMap(List::stream).toList();
            binnings = IntStream.range(0, COLUMNS)
                    .mapToObj(column -> BinningRule.DEFAULT.freeze(
                            Profiles.column(all.stream().map(row -> row[column]).toList(), Optional.empty())))
                    .toList();
            whole = profile(all, 0, ProfileDetail.FULL);
            for (int day = 0; day < DAYS; day++) {
                blocks.add(profile(days.get(day), day, ProfileDetail.COUNTS));
            }
        }

        /** The rows of a day on which the first column has moved. */
        List<double[]> rows(Random random, double moved) {
            double shared = 0.3 * random.nextGaussian();
            double[] mood = new double[COLUMNS];
            for (int column = 0; column < COLUMNS; column++) {
                mood[column] = shared + 0.3 * random.nextGaussian() + (column == 0 ? moved : 0);
            }
            return IntStream.range(0, ROWS)
                    .mapToObj(row -> IntStream.range(0, COLUMNS)
                            .mapToDouble(column -> mood[column] + random.nextGaussian())
                            .toArray())
                    .toList();
        }

        DatasetDrift compare(List<double[]> today, DriftPolicy policy) {
            return DriftAnalysis.compare(new Reference(whole, blocks), profile(today, 60, ProfileDetail.FULL), policy);
        }

        DatasetProfile profile(List<double[]> rows, int day, ProfileDetail detail) {
            return BudgetedDays.profile(binnings, rows, day, Slice.ALL, detail);
        }
    }
}
