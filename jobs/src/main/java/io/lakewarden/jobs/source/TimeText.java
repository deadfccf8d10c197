package io.lakewarden.jobs.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.apache.spark.sql.api.java.UDF1;

/**
 * Reads times written in a pattern. Text without a zone is UTC, without a time of day midnight; text that does not fit
 * gives null. Spark's own {@code to_timestamp} is of no use here: its answer depends on session settings, and where the
 * parsers of Spark 2 and 3 differ, as for {@code 1/2/2012} under {@code MM/dd/yyyy}, it ends the job.
 */
public final class TimeText implements UDF1<String, Instant> {
    private final String pattern;
    private transient DateTimeFormatter formatter;

    /**
     * A reader of one pattern.
     *
     * @throws IllegalArgumentException if this is no pattern
     */
    public TimeText(String pattern) {
        this.pattern = pattern;
        this.formatter = formatter(pattern);
    }

    @Override
    public Instant call(String text) {
        if (text == null) {
            return null;
        }
        if (formatter == null) {
            formatter = formatter(pattern);
        }
        try {
            return instant(formatter.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant instant(TemporalAccessor parsed) {
        LocalDate day = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId zone = parsed.query(TemporalQueries.zone());
        return day == null
                ? null
                : day.atTime(time == null ? LocalTime.MIDNIGHT : time)
                        .atZone(zone == null ? ZoneOffset.UTC : zone)
                        .toInstant();
    }

    private static DateTimeFormatter formatter(String pattern) {
        // Strict, because 31 February is no day; the era is only there so that the usual yyyy says a year.
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
