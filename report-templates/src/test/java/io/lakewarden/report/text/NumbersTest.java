package io.lakewarden.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "1234, 1_234",
        "-50218, −50_218",
        "123456789012, 123_456_789_012",
        "3120.5, 3_120.5",
        "0.123456789, 0.12346",
        "1234567.891, 1_234_600",
        "2.5e12, 2_500_000_000_000",
        "1.5e300, 1.50_×_10³⁰⁰",
        "-0.000012345, −1.23_×_10⁻⁵",
        "9.999e-5, 1.00_×_10⁻⁴",
    })
    void writesNumbersWithNoMoreDigitsThanHelp(double number, String expected) {
        assertThat(Numbers.number(number)).isEqualTo(thin(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.000", "0.3117, 0.312", "0.0001, <0.001", "-0.0001, >−0.001", "8.91, 8.910", "1234.56, 1_234.6"})
    void writesScoresWithoutAFalseZero(double score, String expected) {
        assertThat(Numbers.score(score)).isEqualTo(thin(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, <0.001", "1e-300, <0.001", "0.0004, <0.001", "0.0006, 0.001", "0.312, 0.312", "1, 1.000"})
    void writesNoPValueAsZero(double pValue, String expected) {
        assertThat(Numbers.pValue(pValue)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0%", "0.0001, <0.1%", "0.357, 35.7%", "0.9999, >99.9%", "1, 100.0%", "-0.02, −2.0%"})
    void writesSharesAsPercentages(double share, String expected) {
        assertThat(Numbers.share(share)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "50218, 50_218", "9223372036854775807, 9_223_372_036_854_775_807"})
    void writesCountsInFull(long count, String expected) {
        assertThat(Numbers.count(count)).isEqualTo(thin(expected));
    }

    private static String thin(String text) {
        return text.replace('_', '\u202f');
    }
}
