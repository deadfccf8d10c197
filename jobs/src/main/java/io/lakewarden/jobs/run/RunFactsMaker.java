package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.Granularity;
import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.SchemaFile;
import io.lakewarden.jobs.store.RunFacts;
import io.lakewarden.jobs.store.RunInputs;
import io.lakewarden.jobs.store.RunKind;
import io.lakewarden.result.Status;
import io.lakewarden.result.Window;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Fills in what every attempt of one command has in common. */
final class RunFactsMaker {
    private final MonitorConfig config;
    private final Clock clock;
    private final Instant startedAt;
    private final String configurationDigest;

    RunFactsMaker(MonitorConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.startedAt = clock.instant();
        List<Object> parts = new ArrayList<>(List.of(
                config.source(),
                config.time(),
                config.windows(),
                config.reference(),
                config.current(),
                config.columns(),
                config.drift()));
        parts.addAll(SliceKeys.identity(config));
        parts.addAll(config.rules().rules());
        parts.addAll(config.history());
        config.skew().ifPresent(parts::add);
        config.sliceSearch().ifPresent(parts::add);
        parts.addAll(config.importance().weights().entrySet());
        config.schema().ifPresent(it -> parts.addAll(List.of(it, SchemaFile.load(it))));
        this.configurationDigest = Digest.of(parts.toArray());
    }

    /** What a result is a function of: the configuration, the exact data, and the profiles that went in. */
    RunInputs inputs(
            String snapshot, Optional<String> referenceId, Optional<String> referenceRunId, String fingerprint) {
        return new RunInputs(configurationDigest, snapshot, referenceId, referenceRunId, fingerprint);
    }

    /** A name that no attempt has had. */
    static String newRunId() {
        return UUID.randomUUID().toString();
    }

    /** The length of the windows of a monitor, as runs have it. */
    static String granularity(MonitorConfig config) {
        return config.windows().map(Granularity::toString).orElse("");
    }

    /** An attempt that ends now. */
    RunFacts facts(
            String runId, RunKind kind, Window window, RunInputs inputs, long rows, Status status, ExitCode exitCode) {
        return new RunFacts(
                runId,
                kind,
                config.monitor(),
                window,
                granularity(config),
                inputs,
                status,
                exitCode.code(),
                startedAt,
                clock.instant(),
                Version.text(),
                rows);
    }
}
