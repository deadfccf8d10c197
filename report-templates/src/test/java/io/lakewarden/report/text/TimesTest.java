package io.lakewarden.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.result.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01/2026-04-01, 2026-03",
        "2026-01-01/2027-01-01, 2026",
        "2026-03-01/2026-03-02, 2026-03-01",
        "2026-03-02/2026-03-09, 2026-03-02 to 2026-03-09",
        "2026-03-01T00:00:00Z/2026-03-01T06:00:00Z, 2026-03-01 00:00 UTC to 2026-03-01 06:00 UTC",
    })
    void namesWindowsAsShortAsTheyStayClear(String window, String expected) {
        assertThat(Times.window(Window.parse(window))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01/2026-04-01, 2026-03",
        "2026-03-02/2026-03-09, 2026-03-02",
        "2026-03-01T06:00:00Z/2026-03-01T12:00:00Z, 2026-03-01 06:00 UTC",
    })
    void shortensLongWindowsToTheirStart(String window, String expected) {
        assertThat(Times.shortWindow(Window.parse(window))).isEqualTo(expected);
    }

    @Test
    void writesMicrosecondsAsTimes() {
        assertThat(Times.micros(1_772_323_200e6)).isEqualTo("2026-03-01");
        assertThat(Times.micros(1_772_326_800e6)).isEqualTo("2026-03-01 01:00 UTC");
        assertThat(Times.micros(-1)).isEqualTo("1969-12-31 23:59 UTC");
    }
}
