package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
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
        Optional<Field> clockField = time.field("clock");
        Optional<String> clock = clockField.flatMap(it -> it.text("the name of a column"));
        Optional<Field> patternField = time.field("pattern");
        Optional<String> pattern =
                patternField.flatMap(it -> it.parsed("a pattern such as M/d/yyyy H:mm", TimeReader::pattern));
        time.close();
        clockField.ifPresent(it -> {
            if (patternField.isEmpty()) {
                it.problem("time.clock lacks 'pattern' beside it: how the column and the clock are written with a space"
                        + " between, such as yyyy-M-d H:mm");
            } else if (pattern.filter(TimeConfig::isEpoch).isPresent()) {
                it.problem(
                        "time.clock stands beside a pattern of time since 1970, which says the time of the day already");
            }
        });
        return column.map(it -> new TimeConfig(it, clock, pattern));
    }

    private static String pattern(String text) {
        if (TimeConfig.isEpoch(text)) {
            return text;
        }
        try {
            Objects.requireNonNull(DateTimeFormatter.ofPattern(text, Locale.ROOT));
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no pattern of date and time (" + e.getMessage()
                            + "); expected one such as yyyy-MM-dd HH:mm:ss or M/d/yyyy H:mm, or epoch_seconds or epoch_millis",
                    e);
        }
    }
}
