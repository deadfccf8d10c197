package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.drift.CalendarPhase;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The keys under {@code drift}. */
class DriftKeysTest extends MonitorFileFixture {
    @Test
    void aBudgetOfFalseAlarmsNeedsWindowsThatItDoesNotCoverAll() {
        assertThat(problemsOf(SMALLEST + "drift: {false_alarms: 1/month}\n"))
                .containsExactly(
                        "4:23: drift.false_alarms is learnt from the reference's own windows, but the monitor does"
                                + " not say how long they are; add windows, such as P1D");
        assertThat(problemsOf(SMALLEST + "time: {column: t}\nwindows: P1W\ndrift: {false_alarms: 5/month}\n"))
                .containsExactly("6:23: drift.false_alarms is '5/month', which lets every window of P1W alarm falsely;"
                        + " expected fewer");
        assertThat(problemsOf(SMALLEST + "time: {column: t}\nwindows: P1W\ndrift: {false_alarms: once}\n"))
                .containsExactly(
                        "6:23: drift.false_alarms: 'once' is no budget of false alarms; expected a number for each"
                                + " day, week, month or year, such as 1/month");
    }

    @Test
    void aClusterHasDifferentColumns() throws IOException {
        assertThat(load(SMALLEST + "drift: {cluster: no}\n").drift().cluster()).containsExactly("no");
        assertThat(problemsOf(SMALLEST + "drift: {cluster: []}\n"))
                .containsExactly("4:18: drift.cluster is an empty list; expected the columns that say which rows belong"
                        + " together");
        assertThat(problemsOf(SMALLEST + "drift: {cluster: [a, b, a]}\n"))
                .containsExactly("4:18: drift.cluster names a column twice; expected different ones");
    }

    @Test
    void windowsOfTheSamePhaseAreChosenAmongThoseOfTheReference() throws IOException {
        String timed =
                """
                monitor: a
                source: {format: csv, path: a.csv}
                time: {column: t}
                """;
        String daily = timed + "windows: P1D\nreference: {pinned: 2011-01-01/2012-01-01}\n";
        assertThat(load(daily + "drift: {same: weekday}\n").drift().same()).contains(CalendarPhase.WEEKDAY);
        assertThat(problemsOf(daily + "drift: {same: month}\n"))
                .containsExactly(
                        "6:15: drift.same is 'month', which windows of P1D do not have; expected windows of P1M");
        assertThat(problemsOf(daily + "drift: {same: weekday, cluster: card}\n"))
                .containsExactly("6:15: drift.same stands beside drift.cluster, but clusters are counted in the whole"
                        + " reference and not in each of its windows; leave one out, or compare with"
                        + " reference.previous");
        assertThat(problemsOf(timed + "windows: P1D\nreference: {path: b.csv}\ndrift: {same: weekday}\n"))
                .containsExactly(
                        "6:15: drift.same chooses among windows of the reference, but the reference is no range"
                                + " of time; pin one, such as reference: {pinned: 2011-01-01/2012-01-01}");
        assertThat(load(timed
                                + "windows: P1M\nreference: {previous: 24, pinned: 2011-01-01/2012-01-01}\n"
                                + "drift: {same: month, cluster: card}\n")
                        .drift()
                        .same())
                .contains(CalendarPhase.MONTH);
    }

    @Test
    void aPresetHasLimitsOfItsOwn() throws IOException {
        DriftConfig drift = load(SMALLEST
                        + """
                        drift:
                          preset: tfdv
                          thresholds: {tfdv_l_infinity: {fail: 0.02}}
                          columns:
                            a: {thresholds: {welch_t_test: {warn: 5}, ks_test: {warn: 0.1}}}
                        """)
                .drift();

        assertThat(drift.preset().orElseThrow().name()).isEqualTo("tfdv");
        assertThat(drift.thresholds()).containsOnlyKeys("tfdv_l_infinity");
        assertThat(drift.columnThresholds().get("a").keySet()).containsExactly("welch_t_test", "ks_test");
        assertThat(problemsOf(SMALLEST + "drift: {preset: evidentyl}\n"))
                .containsExactly(
                        "4:17: drift.preset: 'evidentyl' is no preset; expected one of evidently, nannyml, tfdv;"
                                + " did you mean 'evidently'?");
        assertThat(problemsOf(SMALLEST + "drift: {preset: nannyml, thresholds: {ks_test: {warn: 1}}}\n"))
                .containsExactly("4:39: unknown key 'ks_test' in drift.thresholds; valid here: nannyml_jensen_shannon");
    }

    @Test
    void aScorecardSaysWhatIsWrongWithIt() {
        assertThat(
                        problemsOf(
                                SMALLEST
                                        + """
                        drift:
                          scorecards:
                            a: {bands: [500, 400]}
                            b: {bands: [25, 40], points: [1, 2]}
                            c: {missing: 3}
                            d: {points: {car: many}}
                            e: {bands: []}
                            f: {bands: [1], other: 2}
                        """))
                .containsExactly(
                        "6:22: drift.scorecards.a.bands[1] is 400.0, not above the 500.0 before it; expected rising"
                                + " bounds",
                        "7:34: drift.scorecards.b.points has 2 numbers; expected 3, one for each band and one for what"
                                + " is below the first bound",
                        "8:8: a scorecard lacks 'bands', the lower bounds of a score's bands, or 'points' by attribute",
                        "9:23: drift.scorecards.d.points.car is 'many'; expected points, a number",
                        "10:16: drift.scorecards.e.bands is empty; expected lower bounds such as [500, 600]",
                        "11:21: unknown key 'other' in drift.scorecards.f; valid here: bands, missing, points");
    }
}
