package io.lakewarden.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A monitor that a test writes itself, as {@code monitor.yaml} in a folder of its own. */
public final class WrittenMonitor {
    private WrittenMonitor() {}

    /** Writes the file and loads it, with no environment variables. */
    public static MonitorConfig load(Path folder, String yaml) throws IOException {
        return load(folder, yaml, Map.of());
    }

    /** Writes the file and loads it where those environment variables are set. */
    public static MonitorConfig load(Path folder, String yaml, Map<String, String> environment) throws IOException {
        return MonitorLoader.load(Files.writeString(folder.resolve("monitor.yaml"), yaml), environment);
    }
}
