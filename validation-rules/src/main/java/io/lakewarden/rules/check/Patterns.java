package io.lakewarden.rules.check;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions as Java and with it Spark knows them. */
final class Patterns {
    private Patterns() {}

    /** The expression, if it is one. */
    static String checked(String text) {
        try {
            Pattern.compile(text);
            return text;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no regular expression: " + e.getDescription(), e);
        }
    }
}
