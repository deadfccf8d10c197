package io.lakewarden.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes from the environment is used and never shown. */
class MonitorSecretsTest extends MonitorFileFixture {
    @Test
    void resolvesSecretsAndNeverShowsThem() throws IOException {
        String text = SMALLEST.replace("hour.parquet", "\"s3a://${env:KEY}@bucket/hour.parquet\"");

        MonitorConfig config = load(text, Map.of("KEY", "hunter2"));

        assertThat(config.source().paths()).containsExactly("s3a://hunter2@bucket/hour.parquet");
        assertThat(config.toString()).doesNotContain("hunter2");
        assertThat(config.secrets().toString()).doesNotContain("hunter2");
        assertThat(config.secrets().mask("no bucket s3a://hunter2@bucket"))
                .isEqualTo("no bucket s3a://${env:KEY}@bucket");
        assertThat(MonitorPrinter.yaml(config))
                .contains("s3a://${env:KEY}@bucket")
                .doesNotContain("hunter2");
        assertThat(MonitorPrinter.json(config))
                .contains("s3a://${env:KEY}@bucket")
                .doesNotContain("hunter2");
    }

    @Test
    void aMissingSecretIsAProblemAndAFoundOneStaysHiddenInProblems() {
        assertThat(problemsOf(
                        """
                        monitor: ${env:NAME}
                        title: ${env:NAMES} and ${HOME}
                        source: {format: csv, path: "${env:OTHER"}
                        reference: {where: x}
                        """,
                        Map.of("NAME", "Top Secret")))
                .containsExactly(
                        "1:10: monitor: '${env:NAME}' is no name of a monitor; expected lower-case letters, digits, '.',"
                                + " '_' and '-', and a letter or digit first",
                        "2:8: the environment variable 'NAMES' is not set; did you mean 'NAME'?",
                        "3:29: '${env:OTHER' is no placeholder; expected ${env:NAME}");
    }

    @Test
    void thePasswordOfADatabaseComesFromTheEnvironmentAlone() throws IOException {
        String text =
                """
                monitor: m
                source: {format: jdbc, url: "jdbc:h2:mem:x;MODE=LEGACY", table: t, user: u, password: "${env:PW}"}
                reference: {where: x}
                """;

        MonitorConfig config = load(text, Map.of("PW", "hunter2"));

        assertThat(config.source().jdbc().orElseThrow().password()).contains("hunter2");
        assertThat(config.source().toString()).doesNotContain("hunter2", "user=");
        assertThat(MonitorPrinter.yaml(config)).contains("${env:PW}").doesNotContain("hunter2");
        assertThat(problemsOf(text.replace("${env:PW}", "hunter2")))
                .containsExactly("2:87: source.password stands in the file, where others may read it; expected a"
                        + " placeholder such as \"${env:PASSWORD}\"");
        assertThat(problemsOf(text.replace("MODE=LEGACY", "PASSWORD=hunter2"), Map.of("PW", "x")))
                .singleElement()
                .asString()
                .startsWith("2:29: source.url: the URL holds a password")
                .doesNotContain("hunter2");
        assertThat(problemsOf(
                        text.replace("jdbc:h2:mem:x;MODE=LEGACY", "jdbc:postgresql://me:hunter2@h/d"),
                        Map.of("PW", "x")))
                .singleElement()
                .asString()
                .startsWith("2:29: source.url: the URL holds a password")
                .doesNotContain("hunter2");
    }
}
