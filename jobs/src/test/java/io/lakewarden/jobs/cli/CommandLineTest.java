package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.config.ConfigException;
import io.lakewarden.jobs.config.FailOn;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.run.DemoRequest;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.ProfileOptions;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.run.SchemaRequest;
import io.lakewarden.jobs.run.SchemaRequest.Action;
import io.lakewarden.jobs.run.WindowOutcome;
import io.lakewarden.jobs.site.SiteRequest;
import io.lakewarden.report.ReportForm;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Window JANUARY = Window.parse("2012-01-01/2012-02-01");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T23:30:00Z"), ZoneOffset.UTC);

    private final RecordedTerminal terminal = new RecordedTerminal();
    private final RecordedJobs jobs = new RecordedJobs();

    @TempDir
    private Path folder;

    private Path monthly;
    private Path timeless;

    @BeforeEach
    void writeMonitors() throws IOException {
        monthly = Files.writeString(
                folder.resolve("monthly.yaml"),
                """
                monitor: bike-sharing
                source: {format: csv, path: "hour-${env:KEY}.csv"}
                time: {column: dteday}
                windows: P1M
                reference: {pinned: 2011-01-01/2012-01-01}
                """);
        timeless = Files.writeString(
                folder.resolve("timeless.yaml"),
                """
                monitor: occupancy
                source: {format: csv, path: test.csv}
                reference: {path: train.csv}
                fail_on: warn
                """);
    }

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
    void asksForASiteOverAStoreOrAMonitorOrItsWindows() {
        Path site = folder.resolve("site");
        assertThat(run("report", "--site", site.toString(), "--store", "s3a://bucket/store"))
                .isZero();
        assertThat(out()).isEqualTo("site: " + site.resolve("index.html") + "\n");
        assertThat(run("report", "--site", site.toString(), "-c", monthly.toString()))
                .isZero();
        assertThat(run(
                        "report",
                        "--site",
                        site.toString(),
                        "-c",
                        monthly.toString(),
                        "--store",
                        "s3a://bucket/store",
                        "--window",
                        "2012-01-01/2012-03-01"))
                .isZero();

        String ownStore = folder.toAbsolutePath().resolve("lakewarden-store").toString();
        assertThat(jobs.sites())
                .containsExactly(
                        new SiteRequest(site, "s3a://bucket/store", Optional.empty(), List.of()),
                        new SiteRequest(site, ownStore, Optional.of("bike-sharing"), List.of()),
                        new SiteRequest(
                                site,
                                "s3a://bucket/store",
                                Optional.of("bike-sharing"),
                                List.of(JANUARY, Window.parse("2012-02-01/2012-03-01"))));
        assertThat(jobs.commands()).isEmpty();
    }

    @Test
    void saysWhatASiteNeeds() {
        String site = folder.resolve("site").toString();
        assertThat(run("report")).isEqualTo(2);
        assertThat(err())
                .isEqualTo("lakewarden: which monitor? Name its file with -c FILE, or all monitors of a store with"
                        + " --site DIR --store URI\n");
        assertThat(run("report", "--site", site)).isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        "lakewarden: which store? Name it with --store URI, or a monitor that has one with -c FILE\n");
        assertThat(run("report", "--site", site, "--store", "s", "--window", JANUARY.toString()))
                .isEqualTo(2);
        assertThat(err()).contains("--window and --as-of name windows of one monitor; add -c FILE");
        assertThat(run("report", "--site", site, "--store", "s", "--output", "o"))
                .isEqualTo(2);
        assertThat(err()).contains("--output copies single reports");
        assertThat(run("report", "--site", site, "--store", "s", "--single-file"))
                .isEqualTo(2);
        assertThat(err()).contains("--single-file makes one file of a report");
        assertThat(run("report", "--site", monthly.toString(), "--store", "s")).isEqualTo(2);
        assertThat(err()).contains("--site: ", "is a file; expected a folder for the site");
        assertThat(jobs.opened()).isFalse();
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
    void theDemoFailsOnNothingButWhatBreaks() {
        jobs.answer(outcome(ExitCode.FINDINGS, finding(Status.FAIL)));
        assertThat(run("demo", "--seed", "7", "--output", folder.toString())).isZero();
        assertThat(jobs.demos()).containsExactly(new DemoRequest(folder.toAbsolutePath(), 7));

        jobs.answer(outcome(ExitCode.UNEXPECTED));
        assertThat(run("demo")).isEqualTo(1);
    }

    @Test
    void initSaysWhatItGuessedAndWhatToTypeNext() throws IOException {
        assertThat(run(
                        "init",
                        "my data",
                        "--timestamp",
                        "at",
                        "--label",
                        "y",
                        "--prediction",
                        "p",
                        "--prediction",
                        "q",
                        "--output",
                        "it's.yaml",
                        "--force"))
                .isZero();

        assertThat(jobs.inits())
                .containsExactly(new InitRequest(
                        "my data",
                        Optional.empty(),
                        Optional.of("at"),
                        Optional.of("y"),
                        List.of("p", "q"),
                        Path.of("it's.yaml"),
                        LocalDate.parse("2026-03-04"),
                        true));
        assertThat(out())
                .contains("? time         a b\n")
                .endsWith("  lakewarden run -c 'it'\\''s.yaml' --as-of 2026-03-04\n");
        assertThat(run("init", "x", "--format", "json")).isZero();
        JsonNode document = new ObjectMapper().readTree(out());
        assertThat(document.at("/file").asText()).isEqualTo("monitor.yaml");
        assertThat(document.at("/command").asText()).isEqualTo("lakewarden run -c monitor.yaml --as-of 2026-03-04");
        assertThat(document.at("/guesses/0/doubtful").asBoolean()).isTrue();
        assertThat(run("init")).isEqualTo(2);
        assertThat(err()).contains("DATA", "See 'lakewarden init --help'.");
    }

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
    void checksMonitorsWithoutOpeningAnything() throws IOException {
        assertThat(run("config", "check", "-c", monthly.toString(), "-c", timeless.toString()))
                .isZero();
        assertThat(out()).contains("monthly.yaml: nothing wrong").contains("timeless.yaml: nothing wrong");

        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "monitor: m\nsauce: 1\nreference: {where: x}\n");
        assertThat(run("config", "check", "-c", wrong.toString())).isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        wrong + ":1:1: the monitor lacks 'source': the table to watch, with format and path",
                        wrong + ":2:1: unknown key 'sauce'; did you mean 'source'?");

        assertThat(run("config", "check", "-c", wrong.toString(), "--format", "json"))
                .isEqualTo(2);
        JsonNode document = new ObjectMapper().readTree(out());
        assertThat(document.at("/problems/1/line").asInt()).isEqualTo(2);
        assertThat(document.at("/problems/1/message").asText()).contains("did you mean 'source'");
        assertThat(jobs.opened()).isFalse();
    }

    @Test
    void showsTheMonitorWithoutItsSecrets() throws IOException {
        assertThat(run("config", "show", "-c", monthly.toString())).isZero();
        assertThat(out())
                .contains("hour-${env:KEY}.csv")
                .contains("fail_on: fail")
                .doesNotContain("secretvalue");

        assertThat(run("config", "show", "-c", monthly.toString(), "--format", "json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(out()).at("/drift/bins").asInt()).isEqualTo(10);
        assertThat(jobs.opened()).isFalse();
    }

    @Test
    void inferSchemaSaysWhatItWasAskedFor() throws IOException {
        Files.writeString(monthly, Files.readString(monthly) + "schema: schemas/hour.yaml\n");

        assertThat(run("infer-schema", "-c", monthly.toString(), "--update", "--tighten", "--folds", "4"))
                .isZero();
        assertThat(out()).contains("--- s", "Nothing was written. Approve these changes to");
        assertThat(run("infer-schema", "-c", monthly.toString(), "--window", "2012-01-01/2012-02-01", "--force"))
                .isZero();
        assertThat(out()).contains("from 7 rows in 1 fold of rows: 2 columns, 3 constraints");
        assertThat(jobs.schemas())
                .extracting(SchemaRequest::action, SchemaRequest::file, SchemaRequest::range, SchemaRequest::mostFolds)
                .containsExactly(
                        tuple(Action.PREVIEW_TIGHTENED, folder.resolve("schemas/hour.yaml"), Optional.empty(), 4),
                        tuple(Action.REPLACE, folder.resolve("schemas/hour.yaml"), Optional.of(JANUARY), 12));
        assertThat(run("infer-schema", "-c", monthly.toString(), "--update", "--force"))
                .isEqualTo(2);
        assertThat(err()).contains("--update and --force exclude each other");
        assertThat(run("infer-schema", "-c", monthly.toString(), "--folds", "0"))
                .isEqualTo(2);
        assertThat(err()).contains("--folds is 0; expected at least 1");
        assertThat(run("infer-schema", "-c", timeless.toString(), "--window", "2012-01-01/2012-02-01"))
                .isEqualTo(2);
        assertThat(err()).contains("--window is a range of time, but the monitor has no time.column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "init",
                "run",
                "profile",
                "validate",
                "drift",
                "report",
                "config",
                "config check",
                "config show",
                "infer-schema",
                "schema",
                "schema import",
                "schema export"
            })
    void everyCommandHasHelpWithExamples(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out())
                .contains("Usage: lakewarden" + (command.isEmpty() ? "" : " " + command))
                .contains("Examples:")
                .contains("  lakewarden " + command);
        assertThat(err()).isEmpty();
    }

    @Test
    void namesWhatWasMeant() {
        assertThat(run("rnu", "-c", "x")).isEqualTo(2);
        assertThat(err().lines())
                .containsExactly("lakewarden: unknown command 'rnu'; did you mean 'run'?", "See 'lakewarden --help'.");
        assertThat(run("config", "chek")).isEqualTo(2);
        assertThat(err()).contains("unknown command 'chek'; did you mean 'check'?");
        assertThat(run("run", "-c", monthly.toString(), "--windw=2012-01-01/2012-02-01"))
                .isEqualTo(2);
        assertThat(err().lines())
                .containsExactly(
                        "lakewarden: unknown option '--windw' for 'lakewarden run'; did you mean '--window'?",
                        "See 'lakewarden run --help'.");
        assertThat(run("run", "-c", monthly.toString(), "today")).isEqualTo(2);
        assertThat(err()).contains("'lakewarden run' takes no argument 'today'");
        assertThat(run("serve-all-things")).isEqualTo(2);
        assertThat(err())
                .contains("unknown command 'serve-all-things'; expected one of ")
                .contains("drift");
        assertThat(out()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        assertThat(run("run")).isEqualTo(2);
        assertThat(err()).contains("--config=FILE").contains("See 'lakewarden run --help'.");
        assertThat(run("run", "-c", monthly.toString(), "--window", "2012")).isEqualTo(2);
        assertThat(err())
                .contains("'--window'", "'2012' is no window; expected START/END, such as 2026-01-01/2026-02-01")
                .doesNotContain("Exception");
        assertThat(run("run", "-c", timeless.toString(), "--as-of", "11.2.2015"))
                .isEqualTo(2);
        assertThat(err()).contains("'11.2.2015' is no date; expected one such as 2026-01-31");
        assertThat(run("run", "-c", timeless.toString(), "--fail-on", "warning"))
                .isEqualTo(2);
        assertThat(err()).contains("'warning' is not one of warn, fail, never");
        assertThat(run("config")).isEqualTo(2);
        assertThat(err()).contains("See 'lakewarden config --help'.");
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("Usage: lakewarden");
        assertThat(out()).isEmpty();
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

    private int run(String... arguments) {
        return terminal.run(Map.of("KEY", "secretvalue"), CLOCK, jobs::open, arguments);
    }

    private String out() {
        return terminal.out();
    }

    private String err() {
        return terminal.err();
    }

    private static RunOutcome outcome(ExitCode exitCode, Finding... findings) {
        return new RunOutcome(List.of(new WindowOutcome(
                JANUARY,
                "r1",
                exitCode,
                10,
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(findings),
                Optional.empty(),
                Optional.empty())));
    }

    private static Finding finding(Status status) {
        return Finding.of("data-drift", "a\nb", "x", status, "1", "2", "the column a\nb is " + status);
    }
}
