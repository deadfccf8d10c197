package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.init.Guess;
import io.lakewarden.jobs.init.InitOutcome;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.run.DemoRequest;
import io.lakewarden.jobs.run.ExitCode;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.Progress;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.run.SchemaOutcome;
import io.lakewarden.jobs.run.SchemaRequest;
import io.lakewarden.jobs.run.WindowOutcome;
import io.lakewarden.jobs.site.SiteOutcome;
import io.lakewarden.jobs.site.SiteRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Stands where Spark would: keeps what it is asked for and answers what it is told to. */
final class RecordedJobs implements Jobs {
    private final List<String> commands = new ArrayList<>();
    private final List<RunRequest> requests = new ArrayList<>();
    private final List<DemoRequest> demos = new ArrayList<>();
    private final List<SiteRequest> sites = new ArrayList<>();
    private final List<InitRequest> inits = new ArrayList<>();
    private final List<SchemaRequest> schemas = new ArrayList<>();
    private Optional<RunOutcome> answer = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean opened;
    private boolean closed;

    Jobs open(Progress progress) {
        progress.stage("opened");
        opened = true;
        closed = false;
        return this;
    }

    void answer(RunOutcome outcome) {
        answer = Optional.of(outcome);
    }

    void fail(RuntimeException exception) {
        failure = Optional.of(exception);
    }

    List<String> commands() {
        return commands;
    }

    List<RunRequest> requests() {
        return requests;
    }

    List<InitRequest> inits() {
        return inits;
    }

    List<SchemaRequest> schemas() {
        return schemas;
    }

    List<DemoRequest> demos() {
        return demos;
    }

    List<SiteRequest> sites() {
        return sites;
    }

    boolean opened() {
        return opened;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public RunOutcome run(RunRequest request) {
        return record("run", request);
    }

    @Override
    public RunOutcome profile(RunRequest request) {
        return record("profile", request);
    }

    @Override
    public RunOutcome drift(RunRequest request) {
        return record("drift", request);
    }

    @Override
    public RunOutcome validate(RunRequest request) {
        return record("validate", request);
    }

    @Override
    public RunOutcome replay(RunRequest request) {
        return record("replay", request);
    }

    @Override
    public RunOutcome report(RunRequest request) {
        return record("report", request);
    }

    @Override
    public SiteOutcome site(SiteRequest request) {
        sites.add(request);
        return new SiteOutcome(request.folder().resolve("index.html"), List.of());
    }

    @Override
    public InitOutcome init(InitRequest request) {
        inits.add(request);
        return new InitOutcome(
                request.output(),
                List.of(new Guess("time", "a\nb", true)),
                List.of("run", "-c", request.output().toString(), "--as-of", "2026-03-04"));
    }

    @Override
    public SchemaOutcome inferSchema(SchemaRequest request) {
        schemas.add(request);
        String diff = request.action().updates() ? "--- s\n+++ s\n" : "";
        return new SchemaOutcome(request.file(), request.action().writes(), diff, "7 rows in 1 fold of rows", 2, 3);
    }

    @Override
    public RunOutcome demo(DemoRequest request) {
        demos.add(request);
        return answer.orElseThrow();
    }

    @Override
    public void close() {
        closed = true;
    }

    private RunOutcome record(String command, RunRequest request) {
        commands.add(command);
        requests.add(request);
        failure.ifPresent(exception -> {
            throw exception;
        });
        return answer.orElseGet(() -> new RunOutcome(request.windows().stream()
                .map(window -> new WindowOutcome(
                        window,
                        "r",
                        ExitCode.OK,
                        1,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
                .toList()));
    }
}
