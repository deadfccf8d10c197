package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Section;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads {@link TimeConfig}. */
final class TimeReader {
    private TimeReader() {}

    static Optional<TimeConfig> read(Section time) {
        Optional<String> column = time.required("column", "the column that says when a row happened")
                .flatMap(it -> it.text("the name of a column"));
        Optional<String> pattern =
                time.field("pattern").flatMap(it -> it.parsed("a pattern such as M/d/yyyy H:mm", TimeReader::pattern));
        time.close();
        return column.map(it -> new TimeConfig(it, pattern));
    }

    private static String pattern(String text) {
        try {
            Objects.requireNonNull(DateTimeFormatter.ofPattern(text, Locale.ROOT));
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no pattern of date and time (" + e.getMessage()
                            + "); expected one such as yyyy-MM-dd HH:mm:ss or M/d/yyyy H:mm",
                    e);
        }
    }
}
