package io.lakewarden.history;

import io.lakewarden.history.HistoryVerdict.Expected;
import io.lakewarden.history.HistoryVerdict.TooLittle;
import io.lakewarden.history.HistoryVerdict.Undecided;
import io.lakewarden.history.HistoryVerdict.Unexpected;
import io.lakewarden.history.deequ.DeequExpectation;
import io.lakewarden.result.MetricValue.Known;
import io.lakewarden.result.MetricValue.Unknown;
import io.lakewarden.result.Window;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a value against its history. Earlier windows without a value are left out; windows that are not earlier are not
 * looked at, whatever is handed over. Deequ's strategy decides, and is asked about the end of an approximate value that is
 * nearest to the band: only what lies outside as a whole is unexpected, and what differs from the band by no more than sums of
 * the same numbers do is not.
 */
public final class HistoryReview {
    /** Relative to the value: what rounding may make of it. */
    private static final double ROUNDING = 1e-12;

    private HistoryReview() {}

    /** What is to be thought of a value. */
    public static HistoryResult of(HistoryCheck check, List<HistoryPoint> history, HistoryPoint current) {
        List<HistoryPoint> earlier = considered(check, history, current.window());
        return new HistoryResult(check, earlier, current, verdict(check, earlier, current));
    }

    /** The points that a window is held against, oldest first. */
    private static List<HistoryPoint> considered(HistoryCheck check, List<HistoryPoint> history, Window window) {
        List<HistoryPoint> earlier = history.stream()
                .filter(point -> !point.window().end().isAfter(window.start()))
                .filter(point -> !check.sameWeekday() || weekday(point.window()) == weekday(window))
                .sorted(Comparator.comparing(HistoryPoint::window))
                .toList();
        List<HistoryPoint> unbroken = check.strategy().unbroken() ? unbroken(earlier, window) : earlier;
        return unbroken.subList(Math.max(0, unbroken.size() - check.maximum()), unbroken.size());
    }

    private static DayOfWeek weekday(Window window) {
        return window.start().atOffset(ZoneOffset.UTC).getDayOfWeek();
    }

    /** The windows with a value that lead up to the current one, each beginning where the one before it ends. */
    private static List<HistoryPoint> unbroken(List<HistoryPoint> earlier, Window window) {
        List<HistoryPoint> run = new ArrayList<>();
        Window next = window;
        for (int i = earlier.size() - 1; i >= 0; i--) {
            HistoryPoint point = earlier.get(i);
            if (point.value().number().isEmpty() || !point.window().end().equals(next.start())) {
                break;
            }
            run.add(point);
            next = point.window();
        }
        Collections.reverse(run);
        return run;
    }

    private static HistoryVerdict verdict(HistoryCheck check, List<HistoryPoint> earlier, HistoryPoint current) {
        if (current.value() instanceof Unknown unknown) {
            return new Undecided(unknown.reason());
        }
        List<Double> values = earlier.stream()
                .flatMapToDouble(point -> point.value().number().stream())
                .boxed()
                .toList();
        if (values.size() < check.minimum()) {
            return new TooLittle(values.size());
        }
        try {
            DeequExpectation expectation = DeequExpectation.of(check.strategy(), values);
            return verdict(expectation, (Known) current.value());
        } catch (RuntimeException e) {
            return new Undecided(
                    check.strategy().name() + " cannot compute with these values (" + e.getMessage() + ")");
        }
    }

    private static HistoryVerdict verdict(DeequExpectation expectation, Known value) {
        ExpectedBand band = expectation.band();
        double rounding = ROUNDING * Math.abs(value.value());
        double lower = value.lower() - rounding;
        double upper = value.upper() + rounding;
        if (lower <= band.high() && upper >= band.low()) {
            return new Expected(band);
        }
        return expectation.flags(lower > band.high() ? lower : upper) ? new Unexpected(band) : new Expected(band);
    }
}
