package io.lakewarden.jobs.init;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param data the data as it was named: a file, a folder or a URI
 * @param database where the data is a table of a database, how to reach it
 * @param timestamp the column that says when, where it is not to be guessed
 * @param label the column that the model predicts, where it is not to be guessed
 * @param predictions the columns that the model puts out, where they are not to be guessed
 * @param output the monitor file to write
 * @param today labels the first run over data without time
 * @param force whether a file that is there already may be replaced
 */
public record InitRequest(
        String data,
        Optional<InitDatabase> database,
        Optional<String> timestamp,
        Optional<String> label,
        List<String> predictions,
        Path output,
        LocalDate today,
        boolean force) {
    public InitRequest {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(label, "label");
        predictions = List.copyOf(predictions);
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(today, "today");
    }
}
