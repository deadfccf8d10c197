package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.Window;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GranularityTest {
    @ParameterizedTest
    @CsvSource({
        "PT1H, 2012-02-29T13:00:00Z/2012-02-29T14:00:00Z",
        "PT6H, 2012-02-29T12:00:00Z/2012-02-29T18:00:00Z",
        "P1D,  2012-02-29/2012-03-01",
        "P1W,  2012-02-27/2012-03-05",
        "P7D,  2012-02-27/2012-03-05",
        "P1M,  2012-02-01/2012-03-01",
        "P3M,  2012-01-01/2012-04-01",
        "P12M, 2012-01-01/2013-01-01",
        "P1Y,  2012-01-01/2013-01-01",
        "P10Y, 2010-01-01/2020-01-01",
    })
    void findsTheGranuleOfAnInstant(String length, String window) {
        Granularity granularity = Granularity.parse(length);
        Window expected = Window.parse(window);

        assertThat(granularity.containing(Instant.parse("2012-02-29T13:14:15Z")))
                .isEqualTo(expected);
        assertThat(granularity.containing(expected.start())).isEqualTo(expected);
        assertThat(granularity.containing(expected.end()).start()).isEqualTo(expected.end());
        assertThat(granularity.shift(granularity.shift(expected, -3), 3)).isEqualTo(expected);
        assertThat(granularity.shift(expected, -1).end()).isEqualTo(expected.start());
    }

    @Test
    void splitsARangeIntoGranules() {
        assertThat(Granularity.parse("P1M").split(Window.parse("2011-12-01/2012-03-01")).stream()
                        .map(Window::toString)
                        .collect(Collectors.toList()))
                .containsExactly("2011-12-01/2012-01-01", "2012-01-01/2012-02-01", "2012-02-01/2012-03-01");
    }

    @Test
    void refusesARangeThatCutsAGranuleAndNamesTheNearest() {
        assertThatThrownBy(() -> Granularity.parse("P1M").split(Window.parse("2012-01-01/2012-02-15")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the window 2012-01-01/2012-02-15 does not consist of whole windows of P1M; the nearest that"
                                + " does is 2012-01-01/2012-03-01");
    }

    @Test
    void refusesARangeOfTooManyGranules() {
        assertThatThrownBy(() -> Granularity.parse("PT1S").split(Window.parse("1990-01-01/2020-01-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 100000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P1M1D", "PT0S", "P0D", "-P1D", "PT-1H", "PT0.5S", "1D", "month", "P200Y", "P999999999D", ""})
    void refusesLengthsThatAreNone(String text) {
        assertThatThrownBy(() -> Granularity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no window length")
                .hasMessageContaining("P1M");
    }
}
