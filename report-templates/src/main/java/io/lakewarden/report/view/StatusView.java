package io.lakewarden.report.view;

import io.lakewarden.report.text.Language;
import io.lakewarden.result.Status;
import java.util.Locale;

/**
 * A status as the page shows it: a word always, with a sign and a colour that the style adds.
 *
 * @param word the word
 * @param style the CSS class
 */
public record StatusView(String word, String style) {
    /** The status in English words. */
    public static StatusView of(Status status) {
        return of(status, Language.ENGLISH);
    }

    /** The status in words of a language. */
    public static StatusView of(Status status, Language language) {
        return new StatusView(language.status(status), status.name().toLowerCase(Locale.ROOT));
    }
}
