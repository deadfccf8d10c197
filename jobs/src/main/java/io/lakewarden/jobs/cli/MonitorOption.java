package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.jobs.config.MonitorLoader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which monitor a command is about. */
final class MonitorOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            required = true,
            description = "The monitor file.")
    private Path file;

    /** Whether one was named; where the option is required, it always was. */
    boolean isGiven() {
        return file != null;
    }

    MonitorConfig load(Context context) {
        return MonitorLoader.load(file, context.environment());
    }
}
