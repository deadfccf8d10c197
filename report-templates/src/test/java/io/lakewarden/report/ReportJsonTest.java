package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.result.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
    @Test
    void readsBackWhatItWrote() {
        ReportDocument document = SampleReports.small();

        assertThat(ReportJson.read(ReportJson.write(document))).isEqualTo(document);
    }

    @Test
    void keepsTheFormat() throws IOException {
        String golden = golden();

        assertThat(ReportJson.write(SampleReports.small())).isEqualTo(golden);
        assertThat(ReportJson.write(ReportJson.read(golden))).isEqualTo(golden);
    }

    @Test
    void writesUnknownValuesWithTheirReason() {
        assertThat(ReportJson.write(SampleReports.small()))
                .contains("\"unknown\" : \"the window is empty\"")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void keepsHostileText() {
        String name = "</script>\"'\n\u202e{{x}} 😀";
        ReportDocument document = SampleReports.document(List.of(SampleReports.bare(name, Status.PASS)), List.of());

        assertThat(ReportJson.read(ReportJson.write(document)).columns().get(0).name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format_version\" : 4 | \"format_version\" : 1 | report.json has format_version 1",
                "\"format_version\" : 4 | \"version\" : 3 | report.json has no format_version",
                "\"monitor\" : | \"monitro\" : | Missing creator property 'monitor'",
                "\"as_of\" : null | \"as_of\" : null, \"as_off\" : null | as_off",
                "\"granularity\" : \"1 month\" | \"granularity\" : null | granularity",
                "\"rank_weight\" : 1.24 | \"rank_weight\" : null | rank_weight",
                "\"role\" : \"FEATURE\" | \"role\" : \"FUTURE\" | FUTURE",
                "\"upper\" : 3011.0 | \"upper\" : 2000.0 | lies within its bounds",
                "\"value\" : 3000.0 | \"valeu\" : 3000.0 | expected a number",
                "\"monitor\" : \"lending\" | \"monitor\" : \"lending\", \"monitor\" : \"x\" | Duplicate",
            })
    void refusesWhatItDoesNotKnow(String part, String replacement, String complaint) {
        String json = ReportJson.write(SampleReports.small());
        assertThat(json).contains(part);

        assertThatThrownBy(() -> ReportJson.read(json.replace(part, replacement)))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"``", "{", "[]", "null", "nonsense", "{}"})
    void refusesWhatIsNoReport(String text) {
        assertThatThrownBy(() -> ReportJson.read(text))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith("report.json");
    }

    private static String golden() throws IOException {
        try (InputStream file = ReportJsonTest.class.getResourceAsStream("small-report-v4.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
