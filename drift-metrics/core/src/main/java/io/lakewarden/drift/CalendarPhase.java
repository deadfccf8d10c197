package io.lakewarden.drift;

import io.lakewarden.result.Window;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/** A place in the calendar that windows may share, by where they begin in UTC. */
public enum CalendarPhase {
    /** The day of the week: Sundays are held against Sundays. */
    WEEKDAY {
        @Override
        public String of(Window window) {
            return DayOfWeek.from(start(window)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
    },
    /** The month of the year: Januaries are held against Januaries. */
    MONTH {
        @Override
        public String of(Window window) {
            return Month.from(start(window)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
    };

    /** The name of a window's place, such as Sunday. */
    public abstract String of(Window window);

    /** Whether both windows are at the same place. */
    public boolean isShared(Window one, Window other) {
        return of(one).equals(of(other));
    }

    /** What places of this kind are called. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime start(Window window) {
        return window.start().atOffset(ZoneOffset.UTC);
    }
}
