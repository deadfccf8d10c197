package io.lakewarden.jobs.init;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a single text can be read as: exactly what the source reads without being told a pattern. */
final class Cells {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern CODE = Pattern.compile("[+-]?(0[0-9]+|[0-9]{19,})");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern DATED = Pattern.compile("[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([ T].*)?");
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?");
    private static final int DAY_LENGTH = 10;

    private Cells() {}

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Digits with a zero in front, or more of them than a number keeps: a code, for a number would lose some. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    static boolean hasDecimalComma(String text) {
        return DECIMAL_COMMA.matcher(text).matches();
    }

    static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    static boolean isClock(String text) {
        return CLOCK.matcher(text).matches();
    }

    static boolean isDay(String text) {
        return DAY.matcher(text).matches() && instant(text).isPresent();
    }

    static boolean isMoment(String text) {
        return MOMENT.matcher(text).matches() && instant(text).isPresent();
    }

    /** Whether a text is rather a value than the name of a column. */
    static boolean isValue(String text) {
        String bare = text.trim();
        return isNumber(bare) || DATED.matcher(bare).matches();
    }

    /** A date or time as ISO 8601 writes them, in UTC where it names no zone. */
    static Optional<Instant> instant(String text) {
        try {
            if (text.length() == DAY_LENGTH) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            String joined = text.replace(' ', 'T');
            boolean zoned = joined.endsWith("Z") || joined.lastIndexOf('+') > 0 || joined.lastIndexOf('-') > DAY_LENGTH;
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(joined).toInstant()
                            : LocalDateTime.parse(joined).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
