package io.lakewarden.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.history.HistoryStrategy.BatchNormal;
import io.lakewarden.history.HistoryStrategy.HoltWinters;
import io.lakewarden.history.HistoryStrategy.OnlineNormal;
import io.lakewarden.history.HistoryStrategy.Range;
import io.lakewarden.history.HistoryStrategy.RelativeChange;
import io.lakewarden.history.HistoryVerdict.Expected;
import io.lakewarden.history.HistoryVerdict.TooLittle;
import io.lakewarden.history.HistoryVerdict.Undecided;
import io.lakewarden.history.HistoryVerdict.Unexpected;
import io.lakewarden.result.Finding;
import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import io.lakewarden.rules.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryReviewTest {
    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private static final HistoryStrategy NORMAL = new BatchNormal(OptionalDouble.of(3), OptionalDouble.of(3));

    @Test
    void aQuietSundayIsUnexpectedAmongAllDaysAndExpectedAmongSundays() {
        List<HistoryPoint> history = new ArrayList<>();
        for (int day = 0; day < 34; day++) {
            history.add(day(day, day % 7 == 6 ? 20 + day % 2 : 100 + day % 3));
        }
        HistoryPoint sunday = day(34, 20.5);
        HistoryResult among = HistoryReview.of(
                check(new RelativeChange(OptionalDouble.of(0.5), OptionalDouble.empty(), 1), false, 1),
                history,
                sunday);
        assertThat(among.verdict()).isInstanceOf(Unexpected.class);
        assertThat(among.finding().sentence()).contains("by relative_change from the latest earlier window. Look.");
        HistoryResult sundays = HistoryReview.of(check(NORMAL, true, 3), history, sunday);
        assertThat(sundays.earlier()).extracting(HistoryPoint::value).hasSize(4);
        assertThat(sundays.verdict()).isInstanceOf(Expected.class);
        assertThat(HistoryReview.of(check(NORMAL, true, 3), history, day(34, 60))
                        .verdict())
                .isInstanceOf(Unexpected.class);
        assertThat(sundays.finding().sentence())
                .contains("by batch_normal over 4 earlier windows of the same weekday.");
    }

    @Test
    void laterWindowsAreNotLookedAt() {
        List<HistoryPoint> history = days(8, 100, 101);
        HistoryPoint now = day(8, 100);
        HistoryResult before = HistoryReview.of(check(NORMAL, false, 8), history, now);
        List<HistoryPoint> more = new ArrayList<>(history);
        more.add(now);
        more.add(day(9, 1e6));
        Collections.shuffle(more, new Random(1));
        assertThat(HistoryReview.of(check(NORMAL, false, 8), more, now)).isEqualTo(before);
    }

    @Test
    void tooLittleHistoryIsSaidSo() {
        Finding finding = HistoryReview.of(check(NORMAL, false, 8), days(3, 1, 2), day(3, 50))
                .finding();
        assertThat(finding.status()).isEqualTo(Status.SKIPPED);
        assertThat(finding.key()).isEqualTo("history/a.`b`/avg.batch_normal.fail");
        assertThat(finding.sentence())
                .isEqualTo(
                        "avg of 'a.`b`' was not held against its history: batch_normal needs 8 earlier windows, there"
                                + " are 3. Look. (Owner: ops.)");
    }

    @Test
    void windowsWithoutAValueAreLeftOutAndCounted() {
        List<HistoryPoint> history = new ArrayList<>(days(9, 10, 12));
        history.set(4, new HistoryPoint(history.get(4).window(), MetricValue.unknown("there are no values")));
        HistoryResult result = HistoryReview.of(check(NORMAL, false, 8), history, day(9, 11));
        assertThat(result.verdict()).isInstanceOf(Expected.class);
        assertThat(result.finding().sentence())
                .contains("over 8 earlier windows. 1 earlier window has no value and was left out.");
        assertThat(HistoryReview.of(check(NORMAL, false, 9), history, day(9, 11))
                        .verdict())
                .isEqualTo(new TooLittle(8));
    }

    @Test
    void aWindowWithoutAValueIsUndecided() {
        HistoryResult result = HistoryReview.of(
                check(NORMAL, false, 2),
                days(9, 10, 12),
                new HistoryPoint(window(9), MetricValue.unknown("the column is empty")));
        assertThat(result.verdict()).isEqualTo(new Undecided("the column is empty"));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.finding().observed()).isEqualTo("unknown");
    }

    @Test
    void anApproximateValueIsUnexpectedOnlyAsAWhole() {
        HistoryCheck check = check(new Range(OptionalDouble.of(0), OptionalDouble.of(10)), false, 0);
        assertThat(HistoryReview.of(check, List.of(), new HistoryPoint(window(0), MetricValue.between(11, 9, 13)))
                        .verdict())
                .isInstanceOf(Expected.class);
        HistoryResult outside =
                HistoryReview.of(check, List.of(), new HistoryPoint(window(0), MetricValue.between(11, 10.5, 13)));
        assertThat(outside.verdict()).isInstanceOf(Unexpected.class);
        assertThat(outside.finding().sentence())
                .startsWith("avg of 'a.`b`' is 11 (10.5 to 13); expected was 0 to 10, by range.");
    }

    @Test
    void whatNeverMovedMayStay() {
        List<HistoryPoint> still = days(30, 0.1, 0.1);
        for (HistoryStrategy strategy :
                List.of(NORMAL, new OnlineNormal(OptionalDouble.of(3), OptionalDouble.of(3)), new HoltWinters(7))) {
            assertThat(HistoryReview.of(check(strategy, false, strategy.usual()), still, day(30, 0.1))
                            .verdict())
                    .as(strategy.name())
                    .isInstanceOf(Expected.class);
            assertThat(HistoryReview.of(check(strategy, false, strategy.usual()), still, day(30, 0.1001))
                            .verdict())
                    .as(strategy.name())
                    .isInstanceOf(Unexpected.class);
        }
        HistoryStrategy rises = new RelativeChange(OptionalDouble.empty(), OptionalDouble.of(0.1), 1);
        assertThat(HistoryReview.of(check(rises, false, 1), days(1, 0, 0), day(1, -1))
                        .verdict())
                .isInstanceOf(Expected.class);
        HistoryStrategy drops = new BatchNormal(OptionalDouble.of(3), OptionalDouble.empty());
        assertThat(HistoryReview.of(check(drops, false, 8), still, day(30, 7)).verdict())
                .isInstanceOf(Expected.class);
    }

    @Test
    void aSeasonNeedsWindowsWithoutAGap() {
        List<HistoryPoint> history = new ArrayList<>(days(20, 1, 2));
        history.remove(15);
        HistoryResult result = HistoryReview.of(check(new HoltWinters(2), false, 4), history, day(20, 1));
        assertThat(result.verdict()).isInstanceOf(Expected.class);
        assertThat(result.earlier()).hasSize(4);
        assertThat(HistoryReview.of(check(new HoltWinters(3), false, 6), history, day(20, 1))
                        .finding()
                        .sentence())
                .contains("holt_winters needs 6 earlier windows without a gap, there are 4.");
    }

    @Test
    void onlyTheLatestAreLookedAt() {
        HistoryCheck check = new HistoryCheck(
                "rows", Optional.empty(), NORMAL, false, 8, 10, Severity.WARN, Optional.empty(), Optional.empty());
        HistoryResult result = HistoryReview.of(check, days(40, 5, 6), day(40, 7.5));
        assertThat(result.earlier()).hasSize(10).first().isEqualTo(day(30, 5));
        assertThat(result.finding())
                .isEqualTo(
                        Finding.of(
                                "history",
                                Finding.TABLE,
                                "rows.batch_normal.warn",
                                Status.WARN,
                                "7.5",
                                "3.92 to 7.08",
                                "The number of rows is 7.5; expected was 3.92 to 7.08, by batch_normal over 10 earlier windows."));
    }

    @Test
    void numbersThatAreTooLargeAreUndecided() {
        HistoryResult result = HistoryReview.of(check(NORMAL, false, 2), days(8, 1e308, -1e308), day(8, 1));
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.finding().sentence()).contains("batch_normal cannot compute with these values");
    }

    @Test
    void aMinimumThatTheStrategyCannotDoWithIsRefused() {
        assertThatThrownBy(() -> check(new HoltWinters(7), false, 13)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HistoryCheck check(HistoryStrategy strategy, boolean sameWeekday, int minimum) {
        return new HistoryCheck(
                "avg",
                Optional.of("a.`b`"),
                strategy,
                sameWeekday,
                minimum,
                100,
                Severity.FAIL,
                Optional.of("ops"),
                Optional.of("Look."));
    }

    private static List<HistoryPoint> days(int count, double even, double odd) {
        return IntStream.range(0, count)
                .mapToObj(day -> day(day, day % 2 == 0 ? even : odd))
                .toList();
    }

    private static HistoryPoint day(int day, double value) {
        return new HistoryPoint(window(day), MetricValue.exactly(value));
    }

    private static Window window(int day) {
        return Window.ofDay(START.plusDays(day));
    }
}
