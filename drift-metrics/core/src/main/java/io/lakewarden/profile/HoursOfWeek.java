package io.lakewarden.profile;

import java.util.Arrays;

/** How many moments lie in each hour of the week, in UTC, from Monday on. Counts add up exactly. */
public final class HoursOfWeek {
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    /** 1970 began on a Thursday. */
    private static final int FIRST_HOUR = 3 * HOURS;

    private final long[] counts = new long[DAYS * HOURS];

    HoursOfWeek() {}

    /** Only while building: counts a moment in microseconds since 1970 UTC so many times. */
    void add(long micros, long times) {
        counts[(int) Math.floorMod(Math.floorDiv(micros, MICROS_PER_HOUR) + FIRST_HOUR, (long) counts.length)] += times;
    }

    /** Counts by hour of day, from midnight. */
    public long[] hours() {
        long[] hours = new long[HOURS];
        for (int hour = 0; hour < counts.length; hour++) {
            hours[hour % HOURS] += counts[hour];
        }
        return hours;
    }

    /** Counts by day of week, from Monday. */
    public long[] weekdays() {
        long[] weekdays = new long[DAYS];
        for (int hour = 0; hour < counts.length; hour++) {
            weekdays[hour / HOURS] += counts[hour];
        }
        return weekdays;
    }

    /** Both together, as a new value. */
    HoursOfWeek plus(HoursOfWeek other) {
        HoursOfWeek result = new HoursOfWeek();
        Arrays.setAll(result.counts, hour -> counts[hour] + other.counts[hour]);
        return result;
    }

    void writeTo(StateWriter out) {
        for (long count : counts) {
            out.count(count);
        }
    }

    static HoursOfWeek read(StateReader in) {
        HoursOfWeek result = new HoursOfWeek();
        Arrays.setAll(result.counts, hour -> in.count());
        return result;
    }
}
