package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.WindowOutcome;
import io.lakewarden.result.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes, stdout and stderr. */
class CommandOutcomeTest extends CommandLineFixture {
    @ParameterizedTest
    @CsvSource({"UNEXPECTED, 1", "USAGE, 2", "FINDINGS, 3", "UNDECIDABLE, 4", "OK, 0", "EMPTY, 99"})
    void endsWithTheExitCodeOfTheOutcome(ExitCode exitCode, int number) {
        jobs.answer(outcome(exitCode));

        assertThat(run("run", "-c", monthly.toString(), "--window", "2012-01-01/2012-02-01"))
                .isEqualTo(number);
    }

    @Test
    void writesTheResultToStdout() {
        jobs.answer(new RunOutcome(List.of(new WindowOutcome(
                JANUARY,
                "r1",
                ExitCode.FINDINGS,
                1_480,
                OptionalDouble.empty(),
                Optional.of("left alone"),
                List.of(finding(Status.FAIL), finding(Status.WARN), finding(Status.PASS)),
                Optional.of("/store/secretvalue/report.html"),
                Optional.empty()))));

        assertThat(run("run", "-c", monthly.toString(), "--window", JANUARY.toString()))
                .isEqualTo(3);
        assertThat(out())
                .isEqualTo(
                        """
                        bike-sharing 2012-01-01/2012-02-01: FAIL, 1,480 rows, findings: 1 FAIL, 1 WARN, 1 PASS
                          profile: left alone
                          FAIL  the column a b is FAIL
                          WARN  the column a b is WARN
                          report: /store/${env:KEY}/report.html
                        """);
        assertThat(err()).isEmpty();
    }

    @Test
    void explainsTheColumnsAskedFor() {
        jobs.answer(new RunOutcome(List.of(new WindowOutcome(
                JANUARY,
                "r1",
                ExitCode.OK,
                10,
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(),
                List.of("'te\nmp' is PASS", "  why"),
                Optional.empty(),
                Optional.empty()))));

        assertThat(run("drift", "-c", monthly.toString(), "--window", JANUARY.toString(), "--explain", "te\nmp"))
                .isZero();
        assertThat(jobs.requests().get(0).explained()).containsExactly("te\nmp");
        assertThat(out()).contains("\n  'te mp' is PASS\n    why\n");
    }

    @Test
    void writesTheResultAsJson() throws IOException {
        jobs.answer(outcome(ExitCode.FINDINGS, finding(Status.FAIL)));

        run("run", "-c", monthly.toString(), "--window", JANUARY.toString(), "--format", "json");

        JsonNode document = new ObjectMapper().readTree(out());
        assertThat(document.at("/monitor").asText()).isEqualTo("bike-sharing");
        assertThat(document.at("/exit_code").asInt()).isEqualTo(3);
        assertThat(document.at("/windows/0/start").asText()).isEqualTo("2012-01-01T00:00:00Z");
        assertThat(document.at("/windows/0/findings/0/status").asText()).isEqualTo("FAIL");
        assertThat(document.at("/windows/0/report").isNull()).isTrue();
    }

    @Test
    void namesThePlaceThatCannotBeReached() {
        jobs.fail(new UncheckedIOException("cannot look at hdfs://somewhere/x", new IOException("refused")));

        assertThat(run("run", "-c", monthly.toString(), "--window", JANUARY.toString()))
                .isEqualTo(1);
        assertThat(err())
                .startsWith("lakewarden: unexpected error: cannot look at hdfs://somewhere/x: IOException: refused\n");
    }

    @Test
    void tellsAUsersErrorInItsOwnWords() {
        jobs.fail(new IllegalStateException(new UserException("there is no table '/data/secretvalue.csv'")));

        assertThat(run("run", "-c", monthly.toString(), "--window", JANUARY.toString()))
                .isEqualTo(2);
        assertThat(err()).isEqualTo("lakewarden: there is no table '/data/${env:KEY}.csv'\n");
    }

    @Test
    void tellsAnUnexpectedErrorInTwoLinesAndMoreOnlyWhenAsked() {
        jobs.fail(new IllegalStateException("outer", new IOException("disk full\nsecond line")));

        assertThat(run("run", "-c", monthly.toString(), "--window", JANUARY.toString()))
                .isEqualTo(1);
        assertThat(err().lines())
                .containsExactly(
                        "lakewarden: unexpected error: IOException: disk full",
                        "Run again with --verbose for the stack trace.");

        assertThat(run("run", "-c", monthly.toString(), "--window", JANUARY.toString(), "--verbose"))
                .isEqualTo(1);
        assertThat(err()).contains("\tat ").contains("Caused by: java.io.IOException: disk full");
        assertThat(jobs.closed()).isTrue();
    }

    @Test
    void aConfigurationErrorNeedsNoPrefix() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "a: 1");

        assertThat(run("run", "-c", wrong.toString())).isEqualTo(2);
        assertThat(err()).startsWith(wrong + ":1:1: ").doesNotContain(ConfigException.class.getSimpleName());
    }
}
