package io.lakewarden.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.simulator.IncidentKind.Detector;
import io.lakewarden.simulator.MonthPlan.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LendingPortfolio PORTFOLIO = new LendingPortfolio(1, 1_000, LabelPolicy.APPROVED_ONLY);

    @Test
    void sixMonthsOfReferenceThenEighteenMonitored() {
        List<MonthPlan> calendar = PORTFOLIO.calendar();

        assertThat(calendar).hasSize(24);
        assertThat(calendar.subList(0, 6)).allMatch(plan -> plan.purpose() == Purpose.REFERENCE);
        assertThat(calendar.subList(6, 24)).allMatch(MonthPlan::isMonitored);
        assertThat(calendar.get(0).window()).hasToString("2024-01-01/2024-02-01");
        assertThat(calendar.get(23).window()).hasToString("2025-12-01/2026-01-01");
    }

    @Test
    void nineMonthsAreQuietAndOneFollowsEachIncident() {
        List<MonthPlan> calendar = PORTFOLIO.calendar();

        assertThat(calendar.stream().filter(plan -> plan.purpose() == Purpose.QUIET))
                .hasSize(9);
        for (int i = 6; i < 23; i++) {
            MonthPlan next = calendar.get(i + 1);
            calendar.get(i).incident().ifPresent(incident -> assertThat(next.purpose() == Purpose.QUIET
                            || next.incident().orElseThrow().kind() == incident.kind())
                    .as("month %s", next.number())
                    .isTrue());
        }
        assertThat(calendar.get(23).purpose()).isEqualTo(Purpose.QUIET);
    }

    @Test
    void namesEveryIncidentOnceWithWhatOughtToNoticeIt() {
        Ledger ledger = PORTFOLIO.ledger();

        assertThat(ledger.entries())
                .extracting(Ledger.Entry::id)
                .containsExactly(
                        "feature_shift/behaviour_index",
                        "unit_change/requested_amount",
                        "more_nulls/employment_years",
                        "new_category/purpose",
                        "empty_column/savings_balance",
                        "concept_drift/defaulted",
                        "disparity/decision");
        assertThat(ledger.entries().stream().filter(entry -> entry.detector() == Detector.DATA_DRIFT))
                .hasSize(5);
        assertThat(ledger.referenceWindow()).isEqualTo("2024-01-01/2024-07-01");
        assertThat(ledger.quietWindows()).hasSize(9).startsWith("2024-07-01/2024-08-01");
    }

    @Test
    void disparityIsOneIncidentThatGrowsOverThreeMonths() {
        Ledger.Entry disparity = PORTFOLIO.ledger().entries().get(6);

        assertThat(disparity.window()).isEqualTo("2025-08-01/2025-11-01");
        assertThat(disparity.months())
                .extracting(Ledger.MonthMagnitude::magnitude)
                .containsExactly(0.8933, 0.8367, 0.78);
    }

    @Test
    void anUndisturbedPortfolioHasAnEmptyLedger() {
        assertThat(PORTFOLIO.undisturbed().ledger().entries()).isEmpty();
        assertThat(PORTFOLIO.undisturbed().ledger().quietWindows()).hasSize(18);
    }
}
