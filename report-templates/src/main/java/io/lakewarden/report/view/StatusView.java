package io.lakewarden.report.view;

import io.lakewarden.result.Status;
import java.util.Locale;

/**
 * A status as the page shows it: a word always, with a sign and a colour that the style adds.
 *
 * @param word the word
 * @param style the CSS class
 */
public record StatusView(String word, String style) {
    /** The status in words. */
    public static StatusView of(Status status) {
        String word =
                switch (status) {
                    case PASS -> "Pass";
                    case WARN -> "Warn";
                    case FAIL -> "Fail";
                    case ERROR -> "Undecided";
                    case SKIPPED -> "Not judged";
                };
        return new StatusView(word, status.name().toLowerCase(Locale.ROOT));
    }
}
