package io.lakewarden.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowLengthTest {
    @ParameterizedTest
    @CsvSource({
        "2026-02-01/2026-03-01, 1-month, 2020-2029",
        "2026-01-01/2026-04-01, 3-months, 2020-2029",
        "1999-01-01/2000-01-01, 1-year, 1990-1999",
        "2026-01-05/2026-01-12, 1-week, 2026",
        "2026-01-05/2026-01-19, 2-weeks, 2026",
        "2026-04-01/2026-04-02, 1-day, 2026-Q2",
        "2026-04-02/2026-04-05, 3-days, 2026-Q2",
        "2024-12-30T23:00:00Z/2024-12-31T00:00:00Z, 1-hour, 2025-W01",
        "2026-01-01T06:00:00Z/2026-01-01T12:00:00Z, 6-hours, 2026-W01",
        "2026-01-01T06:00:00Z/2026-01-01T06:15:00Z, 15-minutes, 2026-01-01",
        "2026-01-01T06:00:00Z/2026-01-01T06:00:30Z, 30-seconds, 2026-01-01",
        "2026-01-01T06:00:00Z/2026-01-01T06:00:00.5Z, 500000000-nanoseconds, 2026-01-01"
    })
    void namesATrackAndThePageOfAWindow(String window, String folder, String page) {
        WindowLength length = WindowLength.of(Window.parse(window));

        assertThat(length.folder()).isEqualTo(folder);
        assertThat(length.page(Window.parse(window))).isEqualTo(page);
    }

    @Test
    void monthsAreOneLengthHoweverManyDaysTheyHave() {
        assertThat(WindowLength.of(Window.parse("2026-02-01/2026-03-01")))
                .isEqualTo(WindowLength.of(Window.parse("2026-03-01/2026-04-01")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01/2026-02-01, 2026-02-01/2026-03-01, 1",
        "2026-01-01/2026-02-01, 2026-02-01/2027-03-01, 13",
        "2026-01-01/2026-04-01, 2026-04-01/2026-05-01, -1",
        "2026-01-05/2026-01-12, 2026-01-12/2026-02-02, 3",
        "2026-01-05/2026-01-12, 2026-01-12/2026-02-01, -1",
        "2026-01-31/2026-02-01, 2026-02-01/2026-03-01, 28"
    })
    void countsHowManyFitIntoAGap(String window, String gap, long count) {
        assertThat(WindowLength.of(Window.parse(window))
                        .countIn(Window.parse(gap))
                        .orElse(-1))
                .isEqualTo(count);
    }
}
