package io.lakewarden.jobs.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.simulator.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the demonstration lives in; made anew by each one. */
final class DemoFolder {
    /** What a demonstration makes, so that nothing else is ever removed. The ledger marks the folder as one. */
    private static final List<String> OWN =
            List.of("applications", "outcomes", "outcomes_approved_only", "lakewarden-store", "monitor.yaml");

    private static final String LEDGER = "ledger.json";

    private final Path root;

    private DemoFolder(Path root) {
        this.root = root;
    }

    /**
     * A fresh folder.
     *
     * @throws UserException if the folder holds something else
     */
    static DemoFolder prepare(Path root) {
        try {
            if (Files.exists(root) && !Files.exists(root.resolve(LEDGER)) && !isEmpty(root)) {
                throw new UserException(
                        root + " holds something that is no demonstration; choose another folder with --output.");
            }
            for (String name : OWN) {
                delete(root.resolve(name));
            }
            Files.createDirectories(root);
            return new DemoFolder(root.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UserException(root + " cannot be written; choose another folder with --output.", e);
        }
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** Writes what was done to the data, and when. */
    void writeLedger(Ledger ledger) {
        ObjectMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
        try {
            Files.writeString(
                    root.resolve(LEDGER),
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsString(ledger) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(path)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
