package io.lakewarden.jobs.init;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What was written, and what was guessed on the way.
 *
 * @param file the monitor file
 * @param guesses what was guessed and why, in the order of the file
 * @param next the arguments of the command that runs the monitor
 */
public record InitOutcome(Path file, List<Guess> guesses, List<String> next) {
    public InitOutcome {
        Objects.requireNonNull(file, "file");
        guesses = List.copyOf(guesses);
        next = List.copyOf(next);
    }
}
