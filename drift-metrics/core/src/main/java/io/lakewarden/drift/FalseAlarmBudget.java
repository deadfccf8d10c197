package io.lakewarden.drift;

import io.lakewarden.result.Figures;
import io.lakewarden.result.Window;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many false alarms a monitor may raise: runs in which at least one column alarms by its primary check though nothing
 * has moved, however many columns there are.
 *
 * @param runs so many such runs, above 0
 * @param per in that time
 */
public record FalseAlarmBudget(double runs, Per per) {
    private static final Pattern FORM = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*/\\s*([a-z]+)\\s*");

    public FalseAlarmBudget {
        if (!(runs > 0 && Double.isFinite(runs))) {
            throw new IllegalArgumentException("a budget of false alarms is above 0, but got " + runs);
        }
    }

    /** The time that a budget is for, a year of 365.25 days. */
    public enum Per {
        /** Twenty-four hours. */
        DAY(1),
        /** Seven days. */
        WEEK(7),
        /** A twelfth of a year. */
        MONTH(365.25 / 12),
        /** A year. */
        YEAR(365.25);

        private final double days;

        Per(double days) {
            this.days = days;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code 1/month}.
     *
     * @throws IllegalArgumentException with one sentence that says what was expected
     */
    public static FalseAlarmBudget parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            for (Per per : Per.values()) {
                double runs = Double.parseDouble(matcher.group(1));
                if (per.word().equals(matcher.group(2)) && runs > 0) {
                    return new FalseAlarmBudget(runs, per);
                }
            }
        }
        throw new IllegalArgumentException(
                "'" + text
                        + "' is no budget of false alarms; expected a number for each day, week, month or year, such as 1/month");
    }

    /** The chance of a false alarm that one window may have; 1 and more where every one may be false. */
    public double perWindow(Window window) {
        double days = Duration.between(window.start(), window.end()).toSeconds() / 86_400.0;
        return runs * days / per.days;
    }

    /** A chance for one window in the words of this budget. */
    String words(double perWindow, Window window) {
        return Figures.number(runs * perWindow / perWindow(window)) + "/" + per.word();
    }

    @Override
    public String toString() {
        return Figures.number(runs) + "/" + per.word();
    }
}
