package io.lakewarden.benchmarks.validate.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of rules. */
final class RuleFile {
    static final String NAME = "rules.yaml";

    private RuleFile() {}

    /** Writes it into a folder, where a user would have it. */
    static Path in(Path folder) {
        try (InputStream rules = RuleFile.class.getResourceAsStream(NAME)) {
            Path file = Files.createDirectories(folder).resolve(NAME);
            Files.copy(rules, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the rules into " + folder, e);
        }
    }
}
