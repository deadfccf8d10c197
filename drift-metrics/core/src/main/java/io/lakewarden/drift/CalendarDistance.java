package io.lakewarden.drift;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.HoursOfWeek;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.MetricValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * max |p − q| over the days of the week or the hours of the day, in UTC: the largest change of one's share among present dates or
 * times. A metric in [0, 1]; exact. Without drift it falls like √(1/N + 1/M). Where dates follow the window, as the day
 * of an order does, a window that is no whole number of weeks moves weekdays by itself. Details: {@code p_value} of the χ² test
 * of homogeneity, and {@code cramers_v}.
 */
public final class CalendarDistance implements DriftStatistic {
    private final String name;
    private final Function<HoursOfWeek, long[]> counts;

    private CalendarDistance(String name, Function<HoursOfWeek, long[]> counts) {
        this.name = name;
        this.counts = counts;
    }

    /** Over the seven days of the week. */
    public static CalendarDistance ofWeekdays() {
        return new CalendarDistance("weekday_distance", HoursOfWeek::weekdays);
    }

    /** Over the 24 hours of the day; 0 for dates without a time. */
    public static CalendarDistance ofHours() {
        return new CalendarDistance("hour_of_day_distance", HoursOfWeek::hours);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<ColumnKind> kinds() {
        return Set.of(ColumnKind.TEMPORAL);
    }

    @Override
    public DriftScore compare(ColumnProfile reference, ColumnProfile current) {
        Optional<HoursOfWeek> was = ((TemporalProfile) reference).hoursOfWeek();
        Optional<HoursOfWeek> is = ((TemporalProfile) current).hoursOfWeek();
        if (was.isEmpty() || is.isEmpty()) {
            return DriftScore.unknown("a side has counts only and no hours");
        }
        if (reference.present() == 0 || current.present() == 0) {
            return DriftScore.unknown(
                    reference.present() == 0 ? "the reference has no values" : "the current data has no values");
        }
        long[] before = counts.apply(was.get());
        long[] now = counts.apply(is.get());
        double largest = 0;
        for (int part = 0; part < before.length; part++) {
            largest = Math.max(
                    largest,
                    Math.abs((double) before[part] / reference.present() - (double) now[part] / current.present()));
        }
        ContingencyTable table = ContingencyTable.of(before, now);
        return DriftScore.exactly(largest)
                .with(DriftScore.P_VALUE, MetricValue.exactly(table.pValue()))
                .with("cramers_v", MetricValue.exactly(table.cramersV()));
    }
}
