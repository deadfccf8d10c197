package io.lakewarden.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LendingPortfolioTest {
    private static final LendingPortfolio PORTFOLIO =
            new LendingPortfolio(7, LendingPortfolio.USUAL_ROWS, LabelPolicy.EVERYONE);
    private static final List<Application> REFERENCE =
            IntStream.rangeClosed(1, 6).boxed().flatMap(PORTFOLIO::month).toList();

    @Test
    void hasExactlyTheRowsAskedFor() {
        for (int rows : new int[] {100, 12_345, LendingPortfolio.USUAL_ROWS}) {
            LendingPortfolio portfolio = new LendingPortfolio(1, rows, LabelPolicy.EVERYONE);

            assertThat(IntStream.rangeClosed(1, 24).map(portfolio::rows)).allMatch(month -> month > 0);
            assertThat(IntStream.rangeClosed(1, 24).map(portfolio::rows).sum()).isEqualTo(rows);
        }
        assertThat(PORTFOLIO.month(3)).hasSize(PORTFOLIO.rows(3));
    }

    @Test
    void volumeHasAYearlySeason() {
        assertThat(PORTFOLIO.rows(13)).isCloseTo(PORTFOLIO.rows(1), within(1));
        assertThat((double) PORTFOLIO.rows(1) / PORTFOLIO.rows(7)).isBetween(1.3, 1.4);
    }

    @Test
    void monthsAreTheSameInAnyOrderAndDifferBetweenSeeds() {
        LendingPortfolio again = new LendingPortfolio(7, LendingPortfolio.USUAL_ROWS, LabelPolicy.EVERYONE);
        List<Application> lastFirst = again.month(24).toList();

        assertThat(again.month(9).toList()).isEqualTo(PORTFOLIO.month(9).toList());
        assertThat(lastFirst).isEqualTo(PORTFOLIO.month(24).toList());
        assertThat(new LendingPortfolio(8, LendingPortfolio.USUAL_ROWS, LabelPolicy.EVERYONE)
                        .month(9)
                        .toList())
                .isNotEqualTo(PORTFOLIO.month(9).toList());
    }

    @Test
    void drawsTheSameDataOnEveryMachine() {
        Application first = PORTFOLIO.month(1).findFirst().orElseThrow();

        assertThat(first)
                .hasToString(
                        "Application[applicationId=2024-01-000001, appliedAt=2024-01-01T00:00:12.720Z, split=train, "
                                + "annualIncome=26540.11, employmentYears=Optional[15.0], behaviourIndex=57.10980985903425, "
                                + "bureau=Bureau[score=704, utilization=0.38658667354852916, delinquencies=0], "
                                + "savingsBalance=Optional.empty, requestedAmount=12748.27, termMonths=12, existingLoans=[], "
                                + "purpose=car, channel=web, region=R27, employer=Example Haulage 97, "
                                + "email=applicant-5281625713@mail.invalid, homeOwner=false, jointApplication=true, "
                                + "customerSince=Optional[2020-07-11], gender=male, ageGroup=25-34, "
                                + "score=0.03068368503788097, decision=approve, defaulted=Optional[false], "
                                + "labelAt=Optional[2024-06-01T17:15:35.720Z]]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25})
    void rejectsAMonthOutsideTheCalendar(int month) {
        assertThatThrownBy(() -> PORTFOLIO.month(month))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a month is between 1 and 24, but got " + month);
    }

    @Test
    void rejectsTooFewRows() {
        assertThatThrownBy(() -> new LendingPortfolio(1, 99, LabelPolicy.EVERYONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 100 rows");
    }

    @Test
    void applicationsComeInOrderWithinTheirMonthAndAreUnique() {
        Set<String> ids = new HashSet<>();
        for (MonthPlan plan : PORTFOLIO.calendar()) {
            List<Application> rows = PORTFOLIO.month(plan.number()).toList();
            assertThat(rows)
                    .allMatch(row -> plan.window().contains(row.appliedAt()))
                    .isSortedAccordingTo((a, b) -> a.appliedAt().compareTo(b.appliedAt()));
            rows.forEach(row -> ids.add(row.applicationId()));
        }
        assertThat(ids).hasSize(LendingPortfolio.USUAL_ROWS);
    }

    @Test
    void splitsTheReferenceIntoTrainingAndHoldout() {
        Measured holdout = Measured.share(REFERENCE, row -> row.split().equals("holdout"));

        assertThat(holdout.value()).isCloseTo(0.3, within(holdout.tolerance()));
        assertThat(REFERENCE).allMatch(row -> Set.of("train", "holdout").contains(row.split()));
        assertThat(PORTFOLIO.month(7)).allMatch(row -> row.split().equals("production"));
    }

    @Test
    void labelsComeThreeToSixMonthsLater() {
        List<Application> rows = PORTFOLIO.month(2).toList();

        assertThat(rows).allSatisfy(row -> {
            Duration delay = Duration.between(row.appliedAt(), row.labelAt().orElseThrow());
            assertThat(delay).isBetween(Duration.ofDays(91), Duration.ofDays(182));
            assertThat(row.labelKnownAt(row.labelAt().orElseThrow().minusSeconds(1)))
                    .isEmpty();
            assertThat(row.labelKnownAt(row.labelAt().orElseThrow())).isEqualTo(row.defaulted());
        });
    }

    @Test
    void labelsOfApprovedLoansOnlyAreTheOnlyDifferenceBetweenThePolicies() {
        List<Application> everyone = PORTFOLIO.month(5).toList();
        List<Application> approvedOnly = new LendingPortfolio(7, LendingPortfolio.USUAL_ROWS, LabelPolicy.APPROVED_ONLY)
                .month(5)
                .toList();

        assertThat(approvedOnly).allMatch(row -> row.defaulted().isPresent() == row.isApproved());
        assertThat(approvedOnly).allMatch(row -> row.labelAt().isPresent() == row.isApproved());
        assertThat(approvedOnly.stream().filter(Application::isApproved).toList())
                .isEqualTo(everyone.stream().filter(Application::isApproved).toList());
        for (SimulatedColumn column : PortfolioColumns.applications()) {
            assertThat(approvedOnly.stream().map(column::value).toList())
                    .as(column.name())
                    .isEqualTo(everyone.stream().map(column::value).toList());
        }
    }

    @Test
    void theModelIsAsGoodAsScorecardsAre() {
        Measured auc = Measured.auc(REFERENCE);

        assertThat(auc.value()).isCloseTo(0.782, within(auc.tolerance()));
        assertThat(auc.error()).isLessThan(0.004);
    }

    @Test
    void aboutOneInEightDefaultsAndThreeInFourAreApproved() {
        Measured defaults = Measured.share(REFERENCE, row -> row.defaulted().orElseThrow());
        Measured approvals = Measured.share(REFERENCE, Application::isApproved);

        assertThat(defaults.value()).isCloseTo(0.118, within(defaults.tolerance()));
        assertThat(approvals.value()).isCloseTo(0.745, within(approvals.tolerance()));
    }

    @Test
    void oneInputIsCorrelatedWithAnother() {
        Measured correlation = Measured.correlation(
                REFERENCE, Application::behaviourIndex, row -> row.bureau().score());

        assertThat(correlation.value()).isCloseTo(0.8, within(correlation.tolerance()));
    }

    @Test
    void seasonInTheInputsIsMildAndInsideTheReference() {
        LendingPortfolio large = new LendingPortfolio(3, 2_000_000, LabelPolicy.EVERYONE);
        double standardDeviation = 0.7;
        double reference = 9.2;
        for (int month : new int[] {1, 4, 7, 9}) {
            Measured logarithm = Measured.mean(
                    large.month(month).toList(),
                    row -> Math.log(row.requestedAmount().doubleValue()));

            assertThat(Math.abs(logarithm.value() - reference) / standardDeviation)
                    .as("month %s", month)
                    .isLessThan(Season.STRONG + logarithm.tolerance() / standardDeviation);
        }
        assertThat(IntStream.rangeClosed(1, 6).mapToDouble(Season::phase).sum()).isCloseTo(0, within(1e-12));
        assertThat(IntStream.rangeClosed(1, 24)
                        .mapToDouble(Season::phase)
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isEqualTo(Math.abs(Season.phase(1)), within(1e-12));
    }

    @Test
    void nothingInItIsReal() {
        assertThat(PORTFOLIO.month(1)).allMatch(row -> Stream.of("@example.com", "@example.org", "@mail.invalid")
                .anyMatch(row.email()::endsWith));
    }
}
