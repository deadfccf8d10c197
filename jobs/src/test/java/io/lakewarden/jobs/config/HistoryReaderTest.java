package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.history.HistoryCheck;
import io.lakewarden.history.HistoryStrategy.AbsoluteChange;
import io.lakewarden.history.HistoryStrategy.BatchNormal;
import io.lakewarden.history.HistoryStrategy.HoltWinters;
import io.lakewarden.history.HistoryStrategy.OnlineNormal;
import io.lakewarden.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryReaderTest {
    @TempDir
    private Path folder;

    @Test
    void readsChecksWithTheirDefaults() throws IOException {
        List<HistoryCheck> checks = load(
                        "P1D",
                        """
                          - {metric: rows, strategy: batch_normal, same_weekday: true, owner: ops}
                          - {metric: avg, column: ["a.`b`", no], strategy: absolute_change, max_decrease: 2, severity: warn}
                          - {metric: ks_test, column: x, strategy: online_normal, upper: 4, message: Look.}
                          - {metric: median, column: x, strategy: holt_winters, minimum: 200}
                        """)
                .history();
        assertThat(checks)
                .containsExactly(
                        new HistoryCheck(
                                "rows",
                                Optional.empty(),
                                new BatchNormal(OptionalDouble.of(3), OptionalDouble.of(3)),
                                true,
                                8,
                                100,
                                Severity.FAIL,
                                Optional.of("ops"),
                                Optional.empty()),
                        change("a.`b`"),
                        change("no"),
                        new HistoryCheck(
                                "ks_test",
                                Optional.of("x"),
                                new OnlineNormal(OptionalDouble.empty(), OptionalDouble.of(4)),
                                false,
                                17,
                                100,
                                Severity.FAIL,
                                Optional.empty(),
                                Optional.of("Look.")),
                        new HistoryCheck(
                                "median",
                                Optional.of("x"),
                                new HoltWinters(7),
                                false,
                                200,
                                200,
                                Severity.FAIL,
                                Optional.empty(),
                                Optional.empty()));
    }

    private static HistoryCheck change(String column) {
        return new HistoryCheck(
                "avg",
                Optional.of(column),
                new AbsoluteChange(OptionalDouble.of(2), OptionalDouble.empty(), 1),
                false,
                1,
                100,
                Severity.WARN,
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"PT1H, 24", "PT6H, 4", "P1D, 7", "P1M, 12", "P3M, 4"})
    void aSeasonIsARoundOfTheCalendar(String windows, int season) throws IOException {
        assertThat(load(windows, "  - {metric: rows, strategy: holt_winters}\n").history())
                .extracting(HistoryCheck::strategy)
                .containsExactly(new HoltWinters(season));
    }

    @Test
    void longerWindowsHaveAHistoryOfTheirOwn() throws IOException {
        MonitorConfig daily = load("P1D", "  - {metric: rows, strategy: range, min: 1}\n");
        assertThat(daily.every(Granularity.parse("P1W")).history()).isEmpty();
        assertThat(daily.every(Granularity.parse("P1D")).history()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "P1D | {metric: mean, column: x, strategy: range, min: 1} | :7:14: history[0].metric is 'mean'; expected rows without a column, or of a column one of anderson_darling_test,",
                "P1D | {metric: stddv, column: x, strategy: range, min: 1} | did you mean 'stddev'?",
                "P1D | {metric: avg, strategy: range, min: 1} | history[0].metric is 'avg', a number of a column; add column, or take rows",
                "P1D | {metric: rows, column: x, strategy: range, min: 1} | history[0].metric is 'rows', a number of the whole table; leave column out",
                "P1D | {metric: rows, strategy: batch_norml} | history[0].strategy is 'batch_norml'; expected one of range, absolute_change, relative_change, batch_normal, online_normal, holt_winters; did you mean 'batch_normal'?",
                "P1D | {metric: rows, strategy: range} | :7:5: a check of history lacks 'min' or 'max'",
                "P1D | {metric: rows, strategy: range, min: 3, max: 2} | history[0].max is 2.0, below min at 3.0",
                "P1D | {metric: rows, strategy: relative_change} | a check of history lacks 'max_decrease' or 'max_increase'",
                "P1D | {metric: rows, strategy: relative_change, max_increase: -1} | history[0].max_increase is '-1'; expected a share of at least 0, such as 0.1 for a tenth",
                "P1D | {metric: rows, strategy: batch_normal, min: 3} | unknown key 'min' in history[0]",
                "P1D | {metric: rows, strategy: online_normal, minimum: 9} | history[0].minimum is '9'; expected a whole number of earlier windows from 10 to 10000 by online_normal",
                "P1D | {metric: rows, strategy: batch_normal, maximum: 7} | history[0].maximum is '7'; expected a whole number of earlier windows from 8 to 10000, not fewer than the minimum",
                "P1D | {metric: rows, strategy: holt_winters, minimum: 13} | from 14 to 10000 by holt_winters",
                "P1D | {metric: rows, strategy: holt_winters, same_weekday: true} | holt_winters knows the week by its season; leave one of them out",
                "P1W | {metric: rows, strategy: holt_winters} | history[0] lacks 'season': how many windows are one round",
                "P1M | {metric: rows, strategy: batch_normal, same_weekday: true} | history[0].same_weekday is true, but windows are P1M long; expected windows: P1D, for only days have a weekday",
                "P1D | {metric: rows, strategy: batch_normal, severity: error} | history[0].severity is 'error'; expected one of warn, fail",
                "P1D | {metric: avg, column: [], strategy: batch_normal} | history[0].column is an empty list",
                "P1D | rows | history[0] is 'rows'; expected checks such as {metric: rows, strategy: batch_normal}",
            })
    void saysWhatIsWrongWhere(String windows, String check, String problem) {
        assertThatThrownBy(() -> load(windows, "  - " + check + "\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("monitor.yaml:7:")
                .hasMessageContaining(problem);
    }

    @Test
    void twoChecksOfTheSameAreOneTooMany() {
        String check = "  - {metric: avg, column: [a, b], strategy: batch_normal}\n";
        assertThatThrownBy(
                        () -> load("P1D", check + "  - {metric: avg, column: b, strategy: batch_normal, lower: 4}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("monitor.yaml:8:5: history[1] checks the same as history[0]");
        assertThatThrownBy(() -> load("P1D", check + check)).isInstanceOf(ConfigException.class);
    }

    @Test
    void windowsMustBeSaidWhereThereIsATime() {
        assertThatThrownBy(
                        () -> WrittenMonitor.load(
                                folder,
                                """
                                monitor: m
                                source: {format: parquet, path: p}
                                time: {column: day}
                                reference: {pinned: 2026-01-01/2026-02-01}
                                history: [{metric: rows, strategy: range, min: 1}]
                                """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "monitor.yaml:5:10: history holds windows against earlier ones, but the monitor does"
                                + " not say how long they are; add windows, such as P1D");
    }

    @Test
    void whatIsPrintedReadsTheSame() throws IOException {
        MonitorConfig config = load(
                "P1D",
                """
                  - {metric: rows, strategy: batch_normal, lower: 2.5, same_weekday: true, owner: o, message: m}
                  - {metric: avg, column: ["a.`b`", ":table"], strategy: relative_change, max_decrease: 0.1, order: 2}
                  - {metric: avg, column: x, strategy: range, max: 7, minimum: 3, maximum: 4, severity: warn}
                  - {metric: avg, column: x, strategy: holt_winters}
                """);
        Path printed = Files.writeString(folder.resolve("printed.yaml"), MonitorPrinter.yaml(config));
        assertThat(MonitorLoader.load(printed, Map.of()).history()).isEqualTo(config.history());
    }

    private MonitorConfig load(String windows, String checks) throws IOException {
        return WrittenMonitor.load(
                folder,
                """
                monitor: m
                source: {format: parquet, path: p}
                time: {column: day}
                windows: %s
                reference: {pinned: 2026-01-01/2026-02-01}
                history:
                %s"""
                        .formatted(windows, checks));
    }
}
