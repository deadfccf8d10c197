package io.lakewarden.jobs.init;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A monitor with its reasons, before it is written down.
 *
 * @param monitor its name
 * @param data the data as the command line named them
 * @param database how the data is reached, where it is a table of a database
 * @param table what was looked at
 * @param paths where the data are, as the file says it
 * @param referencePaths where the reference is, where that is elsewhere
 * @param columns what was guessed of each column
 * @param time when a row happened
 * @param windows how time is divided; there where {@code time} is
 * @param split what is held against what where there is no time
 * @param roles what the columns mean
 * @param guesses all guesses, by topic
 * @param next the arguments of the command that runs it
 */
record MonitorDraft(
        String monitor,
        String data,
        Optional<InitDatabase> database,
        SampledTable table,
        List<String> paths,
        List<String> referencePaths,
        List<ColumnGuess> columns,
        Optional<TimeChoice> time,
        Optional<WindowGuess> windows,
        Optional<SplitGuess> split,
        Roles roles,
        List<Guess> guesses,
        List<String> next) {
    MonitorDraft {
        Objects.requireNonNull(monitor, "monitor");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(table, "table");
        paths = List.copyOf(paths);
        referencePaths = List.copyOf(referencePaths);
        columns = List.copyOf(columns);
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(windows, "windows");
        Objects.requireNonNull(split, "split");
        Objects.requireNonNull(roles, "roles");
        guesses = List.copyOf(guesses);
        next = List.copyOf(next);
    }
}
