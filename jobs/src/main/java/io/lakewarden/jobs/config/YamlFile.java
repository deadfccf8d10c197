package io.lakewarden.jobs.config;

import io.lakewarden.yaml.ConfigProblem;
import io.lakewarden.yaml.Reading;
import io.lakewarden.yaml.Section;
import io.lakewarden.yaml.YamlText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of file that people write in YAML.
 *
 * @param noun what it holds: {@code monitor}
 * @param advice what to do where there is none, such as {@code name one with -c FILE}
 * @param keys some keys that are expected, as they are written
 * @param greatestMebibytes how large such a file may be
 */
record YamlFile(String noun, String advice, String keys, int greatestMebibytes) {
    private static final int MEBIBYTE = 1 << 20;

    /** A kind of file that one person writes, of at most one mebibyte. */
    YamlFile(String noun, String advice, String keys) {
        this(noun, advice, keys, 1);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param reader reads the whole; it gives nothing only where it made a problem
     * @throws ConfigException with all problems, if the file cannot be used
     * @throws UserException if the file cannot be read
     */
    <T> T load(Path file, Map<String, String> environment, Function<Section, Optional<T>> reader) {
        Reading reading = new Reading(file, noun, environment);
        Optional<T> read = read(file, reading, reader);
        List<ConfigProblem> problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return read.orElseThrow(() -> new IllegalStateException("no " + noun + " and no problem in " + file));
    }

    /** The same for a file that another one names; its problems are made in the reading. */
    <T> Optional<T> read(Path file, Reading reading, Function<Section, Optional<T>> reader) {
        return text(file, reading)
                .flatMap(text -> YamlText.compose(text, reading, keys))
                .flatMap(reader);
    }

    private Optional<String> text(Path file, Reading reading) {
        if (Files.isDirectory(file)) {
            throw new UserException("'" + file + "' is a folder; expected a " + noun + " file in YAML");
        }
        if (!Files.exists(file)) {
            throw new UserException("there is no " + noun + " file '" + file + "'; " + advice);
        }
        try {
            if (Files.size(file) > (long) greatestMebibytes * MEBIBYTE) {
                String limit = greatestMebibytes == 1 ? "a mebibyte" : greatestMebibytes + " mebibytes";
                reading.problem(1, 1, "the file is larger than " + limit + "; expected a " + noun + " in YAML");
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            reading.problem(1, 1, "the file is not written in UTF-8");
            return Optional.empty();
        } catch (IOException e) {
            throw new UserException("cannot read the " + noun + " file '" + file + "': " + e.getMessage(), e);
        }
    }
}
