package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.init.InitOutcome;
import io.lakewarden.jobs.init.InitRequest;
import io.lakewarden.jobs.run.DemoRequest;
import io.lakewarden.jobs.run.Jobs;
import io.lakewarden.jobs.run.MonitorJobs;
import io.lakewarden.jobs.run.RunOutcome;
import io.lakewarden.jobs.run.RunRequest;
import io.lakewarden.jobs.run.SchemaOutcome;
import io.lakewarden.jobs.run.SchemaRequest;
import io.lakewarden.jobs.site.SiteOutcome;
import io.lakewarden.jobs.site.SiteRequest;
import io.lakewarden.jobs.store.StoreListener;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands with the work behind them, in the Spark session that the tests share. */
final class RealCommands {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

    private final RecordedTerminal terminal = new RecordedTerminal();

    /** The exit code. */
    int run(List<String> arguments) {
        return run(Map.of(), arguments);
    }

    /** The exit code, where these environment variables are set. */
    int run(Map<String, String> environment, List<String> arguments) {
        return terminal.run(
                environment,
                CLOCK,
                progress -> new InSharedSession(new MonitorJobs(progress, CLOCK, StoreListener.SILENT)),
                arguments.toArray(String[]::new));
    }

    String out() {
        return terminal.out();
    }

    String err() {
        return terminal.err();
    }

    /** The arguments of the command that the last line of the output tells to type. */
    List<String> next() {
        String last =
                out().lines().reduce((first, second) -> second).orElseThrow().strip();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < last.length(); i++) {
            char c = last.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                word.append(last.charAt(++i));
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words.subList(1, words.size());
    }

    /** The session outlives the command. */
    private record InSharedSession(Jobs jobs) implements Jobs {
        @Override
        public RunOutcome run(RunRequest request) {
            return jobs.run(request);
        }

        @Override
        public RunOutcome profile(RunRequest request) {
            return jobs.profile(request);
        }

        @Override
        public RunOutcome drift(RunRequest request) {
            return jobs.drift(request);
        }

        @Override
        public RunOutcome validate(RunRequest request) {
            return jobs.validate(request);
        }

        @Override
        public RunOutcome replay(RunRequest request) {
            return jobs.replay(request);
        }

        @Override
        public RunOutcome report(RunRequest request) {
            return jobs.report(request);
        }

        @Override
        public SiteOutcome site(SiteRequest request) {
            return jobs.site(request);
        }

        @Override
        public InitOutcome init(InitRequest request) {
            return jobs.init(request);
        }

        @Override
        public SchemaOutcome inferSchema(SchemaRequest request) {
            return jobs.inferSchema(request);
        }

        @Override
        public RunOutcome demo(DemoRequest request) {
            return jobs.demo(request);
        }

        @Override
        public void close() {}
    }
}
