package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.lakewarden.result.ColumnRole;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportVerdictTest {
    @Test
    void worstIsFailThenErrorThenWarn() {
        assertThat(ReportVerdict.worst(List.of(Status.PASS, Status.WARN, Status.ERROR, Status.FAIL)))
                .isEqualTo(Status.FAIL);
        assertThat(ReportVerdict.worst(List.of(Status.PASS, Status.WARN, Status.ERROR)))
                .isEqualTo(Status.ERROR);
        assertThat(ReportVerdict.worst(List.of(Status.SKIPPED, Status.PASS))).isEqualTo(Status.PASS);
        assertThat(ReportVerdict.worst(List.of())).isEqualTo(Status.SKIPPED);
    }

    @Test
    void saysThatNothingWasJudged() {
        ReportVerdict verdict = ReportVerdict.of(List.of(), List.of());

        assertThat(verdict.status()).isEqualTo(Status.SKIPPED);
        assertThat(verdict.sentence()).isEqualTo("Nothing was judged in this run.");
        assertThat(verdict.counts()).isEmpty();
    }

    @Test
    void saysThatNothingDrifted() {
        assertThat(sentence(List.of(column("a", Status.PASS), column("b", Status.PASS))))
                .isEqualTo("Nothing unusual: no drift in 2 columns.");
    }

    @Test
    void namesTheColumnThatMovedMost() {
        assertThat(sentence(List.of(
                        column("a", Status.WARN),
                        weighed("b", Status.FAIL, 1.1),
                        weighed("c", Status.FAIL, 3.0),
                        column("d", Status.ERROR),
                        column("e", Status.SKIPPED))))
                .isEqualTo(
                        "The data has changed: 2 of 3 columns drifted beyond the limit, most of all c; 1 more moved enough to look at; "
                                + "1 column could not be judged.");
    }

    @Test
    void doesNotSellTheSeasonAsDrift() {
        assertThat(sentence(List.of(seasonal("temperature", Status.FAIL), column("b", Status.PASS))))
                .isEqualTo("Only seasonal change: 1 of 2 columns moved as usual at this time of year.");
    }

    @Test
    void tellsDriftFromTheSeasonBesideIt() {
        assertThat(sentence(List.of(seasonal("temperature", Status.FAIL), column("b", Status.WARN))))
                .isEqualTo("The data is beginning to change: 1 of 2 columns moved enough to look at, namely b;"
                        + " 1 more moved as usual at this time of year.");
    }

    @Test
    void countsProblemsThatAreNoColumns() {
        Finding added = Finding.of("schema", "extra", "added", Status.WARN, "there", "absent", "extra is new.");

        ReportVerdict verdict = ReportVerdict.of(List.of(added), List.of(column("a", Status.PASS)));

        assertThat(verdict.sentence())
                .isEqualTo("The data needs a look: no drift in 1 column; 1 other check needs attention, about extra.");
        assertThat(verdict.counts()).containsExactly(entry(Status.WARN, 1));

        Finding unread = Finding.of("source", Finding.TABLE, "rows", Status.FAIL, "7", "0", "7 rows cannot be read.");
        assertThat(ReportVerdict.of(List.of(added, unread), List.of(column("a", Status.ERROR)))
                        .sentence())
                .isEqualTo("The data needs a look: 2 other checks need attention, the first about the table as a whole;"
                        + " 1 column could not be judged.");
    }

    @Test
    void saysWhetherThePredictionsMovedWithTheData() {
        ReportColumn input = column("income", Status.WARN);

        assertThat(sentence(List.of(input, prediction(Status.PASS))))
                .isEqualTo("The data is beginning to change: 1 of 2 columns moved enough to look at, namely income;"
                        + " the model's predictions stayed within their limits.");
        assertThat(sentence(List.of(weighed("income", Status.FAIL, 2), prediction(Status.WARN))))
                .isEqualTo("The data has changed: 1 of 2 columns drifted beyond the limit, most of all income;"
                        + " 1 more moved enough to look at; the model's predictions moved, too.");
        assertThat(sentence(List.of(column("income", Status.PASS), prediction(Status.FAIL))))
                .isEqualTo(
                        "The model's predictions have changed: 1 of 2 columns drifted beyond the limit, namely score.");
        assertThat(sentence(List.of(input, prediction(Status.ERROR)))).doesNotContain("predictions");
        assertThat(sentence(List.of(column("income", Status.PASS), prediction(Status.PASS))))
                .isEqualTo("Nothing unusual: no drift in 2 columns.");
    }

    @Test
    void ranksGenuineDriftBeforeTheSeason() {
        List<ReportColumn> columns = List.of(
                seasonal("season", Status.FAIL),
                column("pass", Status.PASS),
                column("warned", Status.WARN),
                weighed("small", Status.FAIL, 1),
                weighed("large", Status.FAIL, 2));

        assertThat(Ranking.of(columns))
                .extracting(ReportColumn::name)
                .containsExactly("large", "small", "warned", "season");
    }

    @Test
    void weighsAScoreByItsLimit() {
        assertThat(Ranking.weight(List.of(SampleReports.psi(0.5, Status.FAIL)))).isEqualTo(2);
        assertThat(Ranking.weight(List.of())).isZero();
    }

    @Test
    void letsTheWorstScoreSpeakForTheColumn() {
        ReportScore passed = SampleReports.psi(0.05, Status.PASS);
        ReportScore failed = SampleReports.psi(0.3, Status.FAIL);
        ReportScore failedMore = SampleReports.psi(0.6, Status.FAIL);

        assertThat(Ranking.leading(List.of(passed, failed, failedMore))).contains(failedMore);
        assertThat(Ranking.leading(List.of(passed, SampleReports.psi(0.06, Status.PASS))))
                .contains(passed);
        assertThat(Ranking.leading(List.of())).isEmpty();
    }

    private static String sentence(List<ReportColumn> columns) {
        return ReportVerdict.of(List.of(), columns).sentence();
    }

    private static ReportColumn column(String name, Status status) {
        return SampleReports.bare(name, status);
    }

    private static ReportColumn prediction(Status status) {
        return with("score", ColumnRole.PREDICTION, status, 1, Optional.empty());
    }

    private static ReportColumn weighed(String name, Status status, double weight) {
        return with(name, ColumnRole.FEATURE, status, weight, Optional.empty());
    }

    private static ReportColumn seasonal(String name, Status status) {
        return with(name, ColumnRole.FEATURE, status, 9, Optional.of("It does so every year."));
    }

    private static ReportColumn with(
            String name, ColumnRole role, Status status, double weight, Optional<String> season) {
        ReportColumn bare = SampleReports.bare(name, status);
        return new ReportColumn(
                name,
                bare.type(),
                bare.kind(),
                role,
                status,
                weight,
                season,
                bare.metrics(),
                bare.scores(),
                bare.binningId(),
                bare.bins(),
                bare.histogram(),
                bare.trend());
    }
}
