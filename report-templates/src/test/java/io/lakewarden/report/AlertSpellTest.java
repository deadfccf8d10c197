package io.lakewarden.report;

import static io.lakewarden.report.SampleTrends.month;
import static io.lakewarden.report.SampleTrends.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertSpellTest {
    @Test
    void isNewWhereTheWindowBeforePassed() {
        AlertSpell spell = spell("PASS", "FAIL").orElseThrow();

        assertThat(spell.isNew()).isTrue();
        assertThat(spell).isEqualTo(new AlertSpell(month(2), month(2), 1, true, true));
    }

    @Test
    void lastsFromTheFirstWindowBeyondALimit() {
        assertThat(spell("FAIL", "PASS", "WARN", "FAIL", "WARN"))
                .contains(new AlertSpell(month(3), month(5), 3, true, true));
        assertThat(spell("WARN", "FAIL"))
                .as("no window shows when it began")
                .contains(new AlertSpell(month(1), month(2), 2, true, false));
    }

    @Test
    void isResolvedWhereTheColumnIsBackWithinItsLimits() {
        AlertSpell spell = spell("PASS", "WARN", "FAIL", "PASS").orElseThrow();

        assertThat(spell).isEqualTo(new AlertSpell(month(2), month(3), 2, false, true));
        assertThat(spell.isNew()).isFalse();
    }

    @Test
    void leavesOutWindowsThatCouldNotBeJudged() {
        assertThat(spell("PASS", "FAIL", "ERROR", "SKIPPED", "FAIL"))
                .contains(new AlertSpell(month(2), month(5), 2, true, true));
        assertThat(spell("FAIL", "ERROR", "PASS")).contains(new AlertSpell(month(1), month(1), 1, false, false));
        assertThat(spell("PASS", "ERROR", "FAIL").orElseThrow().isNew()).isTrue();
    }

    @Test
    void isAbsentWhereNothingIsOrWasBeyondALimit() {
        assertThat(spell("PASS", "PASS")).isEmpty();
        assertThat(spell("FAIL", "PASS", "PASS")).isEmpty();
    }

    @Test
    void isAbsentWhereTheTrendDoesNotTell() {
        assertThat(AlertSpell.of(SampleReports.bare("a", Status.FAIL))).isEmpty();
        assertThat(spell("FAIL")).as("no window before").isEmpty();
        assertThat(spell("ERROR", "FAIL")).as("none that was judged").isEmpty();
        assertThat(spell("FAIL", "ERROR")).as("undecided now").isEmpty();
        assertThat(AlertSpell.of(column(Status.PASS, points("a", "PASS", "FAIL"))))
                .as("a trend that ends before this run")
                .isEmpty();
    }

    @Test
    void neverReachesAcrossNewBins() {
        List<TrendPoint> points = new ArrayList<>(points("old", "PASS", "FAIL", "FAIL"));
        TrendPoint last = points.get(2);

        points.set(2, new TrendPoint(last.window(), last.value(), last.status(), "new"));

        assertThat(AlertSpell.of(column(Status.FAIL, points))).isEmpty();
    }

    private static Optional<AlertSpell> spell(String... statuses) {
        return AlertSpell.of(column(Status.valueOf(statuses[statuses.length - 1]), points("a", statuses)));
    }

    private static ReportColumn column(Status status, List<TrendPoint> points) {
        return SampleTrends.column("a", ColumnRole.FEATURE, status, 1, points);
    }
}
