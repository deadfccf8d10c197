package io.lakewarden.report.text;

import io.lakewarden.result.MetricValue;
import java.util.function.DoubleFunction;

/**
 * A {@link MetricValue} as text.
 *
 * @param text the number, or a dash where there is none
 * @param note its bounds, or why there is none; null where it is exact
 */
public record ValueText(String text, String note) {
    private static final String NONE = "–";

    /** The value, its number written by {@code format}. */
    public static ValueText of(MetricValue value, DoubleFunction<String> format, Language language) {
        if (value instanceof MetricValue.Known known) {
            String text = format.apply(known.value());
            String lower = format.apply(known.lower());
            String upper = format.apply(known.upper());
            boolean exactAsShown = lower.equals(text) && upper.equals(text);
            return new ValueText(text, exactAsShown ? null : language.range(lower, upper));
        }
        String reason = value instanceof MetricValue.Unknown unknown ? unknown.reason() : "";
        return new ValueText(NONE, language.sentence(reason).shown());
    }

    /** Whether there is no number, so that the note is what the run wrote about that. */
    public boolean isUnknown() {
        return text.equals(NONE);
    }

    /** The whole of it in one line. */
    public String line() {
        return note == null ? text : text + " (" + note + ")";
    }
}
