package io.lakewarden.jobs.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a monitor file, and says everything that is wrong with it at once.
 *
 * <p>The file is composed into SnakeYAML's nodes, which know their places, and each record has a small reader of its own.
 * Data binding would stop at the first problem, does not know where a missing key is missing from, and constructs objects
 * from what the file says; nodes are never constructed into anything. Nesting, size and aliases are limited.
 */
public final class MonitorLoader {
    private static final int GREATEST_SIZE = 1 << 20;
    private static final int GREATEST_DEPTH = 20;

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
        Reading reading = new Reading(file, environment);
        Optional<MonitorConfig> config =
                text(file, reading).flatMap(text -> compose(text, reading)).flatMap(MonitorReader::read);
        List<ConfigProblem> problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return config.orElseThrow(() -> new IllegalStateException("no monitor and no problem in " + file));
    }

    private static Optional<String> text(Path file, Reading reading) {
        if (Files.isDirectory(file)) {
            throw new UserException("'" + file + "' is a folder; expected a monitor file in YAML");
        }
        if (!Files.exists(file)) {
            throw new UserException("there is no monitor file '" + file + "'; name one with -c FILE");
        }
        try {
            if (Files.size(file) > GREATEST_SIZE) {
                reading.problem(1, 1, "the file is larger than a mebibyte; expected a monitor in YAML");
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            reading.problem(1, 1, "the file is not written in UTF-8");
            return Optional.empty();
        } catch (IOException e) {
            throw new UserException("cannot read the monitor file '" + file + "': " + e.getMessage(), e);
        }
    }

    private static Optional<Section> compose(String text, Reading reading) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(GREATEST_DEPTH);
        try {
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return Optional.of(new Section("", mapping, reading));
            }
            reading.problem(
                    1, 1, "the file holds no monitor; expected keys such as 'monitor:', 'source:', 'reference:'");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            String context = e.getContext() == null ? "" : " " + e.getContext();
            reading.problem(mark.getLine() + 1, mark.getColumn() + 1, "no YAML" + context + ": " + e.getProblem());
        } catch (YAMLException e) {
            reading.problem(
                    1, 1, "no YAML: " + e.getMessage().lines().findFirst().orElse("unreadable"));
        }
        return Optional.empty();
    }
}
