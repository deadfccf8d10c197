package io.lakewarden.jobs.cli;

import java.util.regex.Pattern;

/** Words of a command as a shell takes them. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

    private Shell() {}

    /** The word, in single quotes where a shell would make something else of it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
