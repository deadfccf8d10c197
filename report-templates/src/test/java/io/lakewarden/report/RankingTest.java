package io.lakewarden.report;

import static io.lakewarden.report.SampleTrends.column;
import static io.lakewarden.report.SampleTrends.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void multipliesImportanceSeverityAndNovelty() {
        assertThat(Ranking.score(failing(ColumnRole.FEATURE, 1.5, "PASS", "FAIL")))
                .isEqualTo(1.5 * 2);
        assertThat(Ranking.score(failing(ColumnRole.PROTECTED, 1.5, "PASS", "FAIL", "FAIL")))
                .isEqualTo(1.5 * 1.5 * 1.5);
        assertThat(Ranking.score(failing(ColumnRole.PREDICTION, 3, "PASS", "FAIL", "FAIL", "FAIL", "FAIL")))
                .isEqualTo(2 * 3 * 1.25);
        assertThat(Ranking.score(failing(ColumnRole.LABEL, 3, "FAIL")))
                .as("the trend does not tell")
                .isEqualTo(2 * 3);
    }

    @Test
    void capsSeverity() {
        assertThat(Ranking.score(failing(ColumnRole.FEATURE, 4_000, "FAIL"))).isEqualTo(10);
        assertThat(Ranking.score(failing(ColumnRole.FEATURE, -1, "FAIL"))).isZero();
    }

    @Test
    void putsNewAndImportantBeforeOldAndLarge() {
        ReportColumn old = column("old", ColumnRole.FEATURE, Status.FAIL, 3, points("a", "FAIL", "FAIL", "FAIL"));
        ReportColumn fresh = column("fresh", ColumnRole.FEATURE, Status.FAIL, 2.5, points("a", "PASS", "PASS", "FAIL"));
        ReportColumn score = column("score", ColumnRole.PREDICTION, Status.FAIL, 2.6, points("a", "PASS", "FAIL"));
        ReportColumn warned = column("warned", ColumnRole.PREDICTION, Status.WARN, 9, points("a", "PASS", "WARN"));

        assertThat(Ranking.of(List.of(warned, old, fresh, score)))
                .extracting(ReportColumn::name)
                .containsExactly("score", "fresh", "old", "warned");
    }

    @Test
    void tellsApartByWeightWhatIsBeyondTheCap() {
        ReportColumn large = column("large", ColumnRole.FEATURE, Status.FAIL, 40, List.of());
        ReportColumn larger = column("larger", ColumnRole.FEATURE, Status.FAIL, 50, List.of());

        assertThat(Ranking.of(List.of(large, larger)))
                .extracting(ReportColumn::name)
                .containsExactly("larger", "large");
    }

    @Test
    void whatTheModelSaysStandsInPlaceOfTheRole() {
        ReportColumn score = column("score", ColumnRole.PREDICTION, Status.FAIL, 3, List.of());
        ReportColumn unused =
                column("unused", ColumnRole.FEATURE, Status.FAIL, 9, List.of()).withImportance(OptionalDouble.of(0));
        ReportColumn first =
                column("first", ColumnRole.FEATURE, Status.FAIL, 2, List.of()).withImportance(OptionalDouble.of(3.5));
        ReportColumn warned =
                column("warned", ColumnRole.FEATURE, Status.WARN, 2, List.of()).withImportance(OptionalDouble.of(9));

        assertThat(Ranking.score(first)).isEqualTo(3.5 * 2);
        assertThat(Ranking.of(List.of(warned, unused, score, first)))
                .extracting(ReportColumn::name)
                .containsExactly("first", "score", "unused", "warned");
    }

    private static ReportColumn failing(ColumnRole role, double weight, String... statuses) {
        return column("a", role, Status.FAIL, weight, points("a", statuses));
    }
}
