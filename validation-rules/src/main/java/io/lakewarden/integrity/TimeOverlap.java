package io.lakewarden.integrity;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.TemporalProfile;
import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code time-overlap} (WARN): the reference reaches into the time of the current data, so that a model trained on it has
 * seen what it is now judged on. Fields read: first and last moment of the time column on both sides, exact. Nothing is
 * said where a side has no such column or no moment in it.
 */
final class TimeOverlap {
    private TimeOverlap() {}

    static Optional<Finding> check(DatasetProfile reference, DatasetProfile current, String time) {
        Optional<Instant> last = temporal(reference, time).flatMap(TemporalProfile::latest);
        Optional<Instant> first = temporal(current, time).flatMap(TemporalProfile::earliest);
        return last.flatMap(end -> first.map(start -> finding(time, end, start)));
    }

    private static Optional<TemporalProfile> temporal(DatasetProfile profile, String time) {
        return profile.column(time).filter(TemporalProfile.class::isInstance).map(TemporalProfile.class::cast);
    }

    private static Finding finding(String time, Instant end, Instant start) {
        boolean overlaps = !start.isAfter(end);
        return Facts.finding(
                time,
                "time-overlap",
                overlaps ? Status.WARN : Status.PASS,
                "reference until " + end + ", current from " + start,
                "the reference ends first",
                overlaps
                        ? "The reference reaches until " + end + " and the current data begins at " + start
                                + ": they share a time, and may share rows."
                        : "The reference ends (" + end + ") before the current data begins (" + start + ").");
    }
}
