package io.lakewarden.jobs.config;

import java.nio.file.Path;
import java.util.Map;

/** Reads a monitor file, and says everything that is wrong with it at once. */
public final class MonitorLoader {
    private static final YamlFile MONITOR =
            new YamlFile("monitor", "name one with -c FILE", "'monitor:', 'source:', 'reference:'");

    private MonitorLoader() {}

    /** Reads a file, with secrets from this process's environment. */
    public static MonitorConfig load(Path file) {
        return load(file, System.getenv());
    }

    /**
     * Reads a file, with secrets from the environment given.
     *
     * @throws ConfigException with all problems, if the file cannot be used
     * @throws UserException if the file cannot be read
     */
    public static MonitorConfig load(Path file, Map<String, String> environment) {
        return MONITOR.load(file, environment, MonitorReader::read);
    }
}
