package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.report.ReportForm;
import io.lakewarden.result.Window;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of a run ask for. */
class CommandLineTest extends CommandLineFixture {
    @Test
    void asksForEachWindowOfARange() {
        assertThat(run(
                        "run",
                        "-c",
                        monthly.toString(),
                        "--window",
                        "2012-01-01/2012-03-01",
                        "--window",
                        "2011-12-01/2012-02-01"))
                .isZero();

        RunRequest request = jobs.requests().get(0);
        assertThat(request.windows())
                .containsExactly(Window.parse("2011-12-01/2012-01-01"), JANUARY, Window.parse("2012-02-01/2012-03-01"));
        assertThat(request.config().monitor()).isEqualTo("bike-sharing");
        assertThat(request.store())
                .isEqualTo(folder.toAbsolutePath().resolve("lakewarden-store").toString());
        assertThat(request.failOn()).isEqualTo(FailOn.FAIL);
        assertThat(request.output()).isEmpty();
        assertThat(jobs.closed()).isTrue();
    }

    @Test
    void optionsComeBeforeTheMonitor() {
        run(
                "drift",
                "-c",
                timeless.toString(),
                "--as-of",
                "2015-02-11",
                "--store",
                "s3a://bucket/store",
                "--fail-on",
                "never",
                "--output",
                "reports",
                "--single-file");

        RunRequest request = jobs.requests().get(0);
        assertThat(jobs.commands()).containsExactly("drift");
        assertThat(request.windows()).containsExactly(Window.parse("2015-02-11/2015-02-12"));
        assertThat(request.store()).isEqualTo("s3a://bucket/store");
        assertThat(request.failOn()).isEqualTo(FailOn.NEVER);
        assertThat(request.output()).contains(Path.of("reports"));
        assertThat(request.form()).isEqualTo(ReportForm.ONE_FILE);
    }

    @Test
    void saysHowProfilesAreComeBy() {
        run("run", "-c", monthly.toString(), "--window", "2012-01-01/2012-02-01", "--incremental");
        run("profile", "-c", monthly.toString(), "--window", "2012-01-01/2012-02-01", "--incremental", "--verify");
        run("run", "-c", monthly.toString(), "--window", "2012-01-01/2012-02-01");

        assertThat(jobs.requests())
                .extracting(RunRequest::options)
                .containsExactly(
                        new ProfileOptions(true, false, Optional.empty(), Optional.empty()),
                        new ProfileOptions(true, true, Optional.empty(), Optional.empty()),
                        ProfileOptions.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "profile", "validate", "drift", "report"})
    void windowsMayBeLongerThanTheMonitors(String command) {
        assertThat(run(command, "-c", monthly.toString(), "--window", "2012-01-01/2012-07-01", "--every", "P3M"))
                .isZero();

        RunRequest request = jobs.requests().get(0);
        assertThat(request.windows())
                .containsExactly(Window.parse("2012-01-01/2012-04-01"), Window.parse("2012-04-01/2012-07-01"));
        assertThat(request.config().windows()).hasToString("Optional[P1M]");
        assertThat(request.effective().windows()).hasToString("Optional[P3M]");
    }

    @Test
    void saysWhichProfilesCannotBeComeBy() {
        String january = JANUARY.toString();
        assertThat(run("profile", "-c", monthly.toString(), "--window", january, "--verify"))
                .isEqualTo(2);
        assertThat(err()).contains("--verify holds an increment against a full scan; add --incremental");
        assertThat(run("run", "-c", monthly.toString(), "--window", "2012-01-02/2012-01-09", "--every", "P1W"))
                .isEqualTo(2);
        assertThat(err())
                .contains("--every: the window 2012-01-02/2012-01-09 of P1W does not consist of whole windows of P1M");
        assertThat(run("run", "-c", monthly.toString(), "--window", january, "--every", "P1Y"))
                .isEqualTo(2);
        assertThat(err()).contains("the nearest that does is 2012-01-01/2013-01-01");
        assertThat(run("run", "-c", monthly.toString(), "--window", january, "--every", "week"))
                .isEqualTo(2);
        assertThat(err()).contains("'week' is no window length");
        assertThat(run("run", "-c", timeless.toString(), "--every", "P1W")).isEqualTo(2);
        assertThat(err()).contains("does not say how long they are; add windows, such as P1D");
        assertThat(jobs.opened()).isFalse();
    }

    @Test
    void aTableWithoutTimeIsLabelledByTodayInUtc() {
        run("run", "-c", timeless.toString());

        assertThat(jobs.requests().get(0).windows()).containsExactly(Window.parse("2026-03-04/2026-03-05"));
        assertThat(jobs.requests().get(0).failOn()).isEqualTo(FailOn.WARN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "profile", "validate", "drift", "report"})
    void eachCommandDoesItsOwnStep(String command) {
        assertThat(run(command, "-c", timeless.toString())).isZero();
        assertThat(jobs.commands()).containsExactly(command);
    }

    @Test
    void validationCanBeReplayed() {
        assertThat(run("validate", "-c", timeless.toString(), "--replay")).isZero();
        assertThat(jobs.commands()).containsExactly("replay");
    }

    @Test
    void saysWhichOptionTheMonitorNeeds() {
        assertThat(run("run", "-c", monthly.toString())).isEqualTo(2);
        assertThat(err())
                .isEqualTo("lakewarden: which window? Name one with --window START/END, such as --window"
                        + " 2012-01-01/2012-02-01\n");
        assertThat(run("run", "-c", monthly.toString(), "--as-of", "2012-01-01"))
                .isEqualTo(2);
        assertThat(err()).contains("say which window with --window START/END");
        assertThat(run("run", "-c", monthly.toString(), "--window", "2012-01-01/2012-01-15"))
                .isEqualTo(2);
        assertThat(err()).contains("the nearest that does is 2012-01-01/2012-02-01");
        assertThat(run("run", "-c", timeless.toString(), "--window", "2012-01-01/2012-01-15"))
                .isEqualTo(2);
        assertThat(err()).contains("label the run with --as-of DATE");
        assertThat(jobs.opened()).isFalse();
    }

    @Test
    void refusesAFileForAFolderBeforeAnythingRuns() {
        assertThat(run("run", "-c", monthly.toString(), "--window", JANUARY.toString(), "--output", monthly.toString()))
                .isEqualTo(2);
        assertThat(err()).contains("--output: ", "is a file; expected a folder");
    }
}
