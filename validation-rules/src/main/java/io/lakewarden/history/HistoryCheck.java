package io.lakewarden.history;

import io.lakewarden.result.Finding;
import io.lakewarden.rules.Severity;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A metric that is held against its history.
 *
 * @param metric its name in the store; {@link #ROWS} of the whole table
 * @param column the column that it is of; absent for the whole table
 * @param strategy what is expected
 * @param sameWeekday whether only windows of the same day of the week count
 * @param minimum with fewer earlier values nothing is judged
 * @param maximum so many of the latest earlier windows are looked at
 * @param severity what it means that something else came
 * @param owner who is told
 * @param message what to tell
 */
public record HistoryCheck(
        String metric,
        Optional<String> column,
        HistoryStrategy strategy,
        boolean sameWeekday,
        int minimum,
        int maximum,
        Severity severity,
        Optional<String> owner,
        Optional<String> message) {
    /** The number of rows of a window, the one metric of a whole table. */
    public static final String ROWS = "rows";

    /** What judges, in findings. */
    public static final String SOURCE = "history";

    public HistoryCheck {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(message, "message");
        if (minimum < strategy.least() || maximum < Math.max(1, minimum)) {
            throw new IllegalArgumentException(strategy.name() + " needs " + strategy.least()
                    + " earlier windows, but got a minimum of " + minimum + " and a maximum of " + maximum);
        }
    }

    /** What tells it from other checks of the same column. */
    public String id() {
        return metric + "." + strategy.name() + (sameWeekday ? ".same_weekday" : "") + "."
                + severity.status().name().toLowerCase(Locale.ROOT);
    }

    /** The column of its finding. */
    public String findingColumn() {
        return column.orElse(Finding.TABLE);
    }
}
