package io.lakewarden.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakewarden.result.ColumnRole;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures in the data what the ledger says was done to it, and that nothing else was. */
class IncidentTruthTest {
    private static final Set<ColumnRole> INPUTS = Set.of(ColumnRole.FEATURE, ColumnRole.PROTECTED);
    private static final LendingPortfolio PORTFOLIO =
            new LendingPortfolio(11, LendingPortfolio.USUAL_ROWS, LabelPolicy.EVERYONE);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 15, 17, 19, 23, 24})
    void nothingHappensInReferenceAndQuietMonths(int month) {
        assertThat(PORTFOLIO.month(month).toList()).isEqualTo(untouched(month));
    }

    @Test
    void featureShiftsByAQuarterOfItsStandardDeviation() {
        List<Application> rows = PORTFOLIO.month(8).toList();
        List<Application> reference =
                IntStream.rangeClosed(1, 6).boxed().flatMap(PORTFOLIO::month).toList();

        Measured mean = Measured.mean(reference, Application::behaviourIndex);
        Measured shift = Measured.mean(rows, Application::behaviourIndex).minus(mean);
        double standardDeviation = mean.error() * Math.sqrt(reference.size());

        assertThat(shift.value() / standardDeviation)
                .isCloseTo(magnitude(8), within(shift.tolerance() / standardDeviation));
        assertOnlyInputChanged(8, "behaviour_index");
    }

    @Test
    void unitChangesInATenthOfTheRows() {
        List<Application> rows = PORTFOLIO.month(10).toList();
        List<Application> original = untouched(10);
        List<Integer> changed = IntStream.range(0, rows.size())
                .filter(i ->
                        rows.get(i).requestedAmount().compareTo(original.get(i).requestedAmount()) != 0)
                .boxed()
                .toList();

        assertThat(changed).allSatisfy(i -> assertThat(rows.get(i).requestedAmount())
                .isEqualByComparingTo(original.get(i).requestedAmount().movePointRight(2)));
        assertThat((double) changed.size() / rows.size())
                .isCloseTo(magnitude(10), within(4 * Math.sqrt(0.1 * 0.9 / rows.size())));
        assertOnlyInputChanged(10, "requested_amount");
    }

    @Test
    void nullsRiseByThreePoints() {
        Measured nulls = Measured.share(
                PORTFOLIO.month(12).toList(), row -> row.employmentYears().isEmpty());

        assertThat(nulls.value()).isCloseTo(0.04 + magnitude(12), within(nulls.tolerance()));
        assertThat(Measured.share(untouched(12), row -> row.employmentYears().isEmpty())
                        .value())
                .isLessThan(nulls.value() - 0.02);
        assertOnlyInputChanged(12, "employment_years");
    }

    @Test
    void aNewCategoryAppears() {
        Measured solar = Measured.share(
                PORTFOLIO.month(14).toList(), row -> row.purpose().equals(LendingPortfolio.NEW_PURPOSE));

        assertThat(solar.value()).isCloseTo(magnitude(14), within(solar.tolerance()));
        assertThat(IntStream.rangeClosed(1, 24)
                        .filter(month -> month != 14)
                        .boxed()
                        .flatMap(PORTFOLIO::month))
                .noneMatch(row -> row.purpose().equals(LendingPortfolio.NEW_PURPOSE));
        assertOnlyInputChanged(14, "purpose");
    }

    @Test
    void aColumnGoesEmpty() {
        assertThat(PORTFOLIO.month(16)).allMatch(row -> row.savingsBalance().isEmpty());
        assertThat(Measured.share(untouched(16), row -> row.savingsBalance().isEmpty())
                        .value())
                .isLessThan(0.12);
        assertOnlyInputChanged(16, "savings_balance");
    }

    @Test
    void conceptDriftCostsThreePointsOfAucAndLeavesEverythingElse() {
        LendingPortfolio large = new LendingPortfolio(11, 2_000_000, LabelPolicy.EVERYONE);
        List<Application> rows = large.month(18).toList();
        List<Application> original = large.undisturbed().month(18).toList();

        Measured drop = Measured.aucDifference(rows, original);
        Measured defaults = Measured.share(rows, row -> row.defaulted().orElseThrow());

        assertThat(drop.value()).isCloseTo(magnitude(18), within(drop.tolerance()));
        assertThat(drop.tolerance()).as("the test can tell").isLessThan(0.01);
        assertThat(defaults.value())
                .isCloseTo(
                        Measured.share(original, row -> row.defaulted().orElseThrow())
                                .value(),
                        within(defaults.tolerance()));
        for (SimulatedColumn column : PortfolioColumns.applications()) {
            assertThat(values(column, rows)).as(column.name()).isEqualTo(values(column, original));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 22})
    void disparityGrowsInDecisionsAlone(int month) {
        List<Application> rows = PORTFOLIO.month(month).toList();
        List<Application> original = untouched(month);
        Measured ratio = Measured.selectionRatio(rows);

        assertThat(ratio.value()).isCloseTo(magnitude(month), within(ratio.tolerance()));
        for (SimulatedColumn column : PortfolioColumns.all()) {
            if (!column.name().equals(PortfolioColumns.DECISION)) {
                assertThat(values(column, rows)).as(column.name()).isEqualTo(values(column, original));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 18, 19, 23, 24})
    void theUsualSelectionRatioHoldsElsewhere(int month) {
        Measured ratio = Measured.selectionRatio(PORTFOLIO.month(month).toList());

        assertThat(ratio.value()).isCloseTo(0.95, within(ratio.tolerance()));
    }

    private static void assertOnlyInputChanged(int month, String changed) {
        List<Application> rows = PORTFOLIO.month(month).toList();
        List<Application> original = untouched(month);
        for (SimulatedColumn column : PortfolioColumns.all()) {
            if (INPUTS.contains(column.role())) {
                boolean same = values(column, rows).equals(values(column, original));
                assertThat(same).as(column.name()).isEqualTo(!column.name().equals(changed));
            }
        }
    }

    private static List<Application> untouched(int month) {
        return PORTFOLIO.undisturbed().month(month).toList();
    }

    private static double magnitude(int month) {
        return PORTFOLIO.ledger().entries().stream()
                .flatMap(entry -> entry.months().stream())
                .filter(found -> found.month() == month)
                .findFirst()
                .orElseThrow()
                .magnitude();
    }

    private static List<Object> values(SimulatedColumn column, List<Application> rows) {
        return rows.stream().map(column::value).toList();
    }
}
