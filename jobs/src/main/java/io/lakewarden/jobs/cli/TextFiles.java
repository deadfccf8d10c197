package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole text files that the command line names. */
final class TextFiles {
    private TextFiles() {}

    static String read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserException("there is no file '" + file + "'");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserException("'" + file + "' is not written in UTF-8", e);
        } catch (IOException e) {
            throw new UserException("cannot read '" + file + "': " + e.getMessage(), e);
        }
    }

    static void write(Path file, String text, boolean force) {
        if (Files.exists(file) && !force) {
            throw new UserException(
                    "'" + file + "' is there already; replace it with --force, or name another with --output");
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }
}
