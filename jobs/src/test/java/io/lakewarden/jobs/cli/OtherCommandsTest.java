package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.run.DemoRequest;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.SchemaRequest;
import io.lakewarden.jobs.run.SchemaRequest.Action;
import io.lakewarden.jobs.site.SiteRequest;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the commands ask for that are no step of a run. */
class OtherCommandsTest extends CommandLineFixture {
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
}
