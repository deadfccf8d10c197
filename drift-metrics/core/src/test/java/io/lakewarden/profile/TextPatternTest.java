package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, jane.doe+tag@mail.example.org",
        "EMAIL, o'hara_1@x-y.museum",
        "UUID, 123e4567-E89B-12d3-a456-426614174000",
        "DATE, 2026-02-28",
        "DATE, 2026/02/28",
        "DATE, 2015-02-04 17:51:00",
        "DATE, 2026-02-28T23:59:59.123Z",
        "DATE, 28.02.2026",
        "DATE, 7/11/2016",
        "DATE, 31/12/2016",
        "DATE, 7/11/2016 17:00",
        "NUMBER, 0",
        "NUMBER, -12.50",
        "NUMBER, +.5",
        "NUMBER, 5.",
        "NUMBER, 1e-9",
        "URL, https://example.org/a?b=c#d",
        "URL, s3a://bucket/path",
        "IP, 192.168.0.1",
        "IP, 255.255.255.255",
        "IP, ::",
        "IP, ::1",
        "IP, 2001:db8::ff00:42:8329",
        "IP, 1:2:3:4:5:6:7:8",
        "IP, ::ffff:10.0.0.1",
        "IP, fe80::"
    })
    void formsAreRecognised(TextPattern pattern, String text) {
        assertThat(pattern.matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, a@b",
        "EMAIL, a@@b.org",
        "EMAIL, a b@c.org",
        "EMAIL, @c.org",
        "EMAIL, .a@c.org",
        "EMAIL, a@-c.org",
        "EMAIL, a@c..org",
        "EMAIL, a@c.org.",
        "UUID, 123e4567e89b12d3a456426614174000",
        "UUID, 123e4567-e89b-12d3-a456-42661417400g",
        "DATE, 2026-13-01",
        "DATE, 2026-00-10",
        "DATE, 32.01.2026",
        "DATE, 2026-02/28",
        "DATE, 2026-02-28 noon",
        "DATE, 20260228",
        "NUMBER, 1.2.3",
        "NUMBER, e5",
        "NUMBER, 1e",
        "NUMBER, -",
        "NUMBER, .",
        "NUMBER, '1,000'",
        "NUMBER, ٣",
        "URL, example.org",
        "URL, http://",
        "URL, http://a b",
        "URL, ://x",
        "IP, 256.1.1.1",
        "IP, 1.2.3",
        "IP, 1.2.3.4.5",
        "IP, 1:2:3:4:5:6:7",
        "IP, 1::2::3",
        "IP, 1:2:3:4:5:6:7:8:9",
        "IP, ':'",
        "IP, 12345::",
        "IP, 1:"
    })
    void othersAreNot(TextPattern pattern, String text) {
        assertThat(pattern.matches(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\u0000", "😀", "\ud83d", "@", "-", ".", ":", "/", "1"})
    void hostileTextsAreScannedOnceAndNeverThrow(String unit) {
        List<String> texts =
                List.of(unit, unit.repeat(36), unit.repeat(1_000_000), "1" + unit.repeat(44), "a@" + unit.repeat(90));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String text : texts) {
                byte[] utf8 = Utf8.encode(text);
                for (int i = 0; i < 1000; i++) {
                    TextPattern.matchesOf(utf8, 0, utf8.length, true, true);
                }
            }
        });
    }

    @Test
    void longUrlsAreTestedByTheirBeginning() {
        assertThat(TextPattern.URL.matches("https://example.org/" + "a".repeat(10_000) + " b"))
                .isTrue();
    }
}
