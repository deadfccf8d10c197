package io.lakewarden.report.team;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template of a team's own.
 *
 * @param file where it is
 * @param text the template
 */
public record TeamTemplate(Path file, String text) {
    private static final Pattern FRAGMENT = Pattern.compile("th[:-]fragment=[\"']\\s*([A-Za-z0-9_-]+)");

    /** What no template may do, for text that came from data could then do more than be read. */
    private static final List<Ban> BANS = List.of(
            new Ban("(?i)<script\\b", "a page runs no script but its own; leave <script> out"),
            new Ban("(?i)th[:-]utext\\b", "th:utext writes data as markup; use th:text"),
            new Ban("\\[\\([^\\n]*?\\)]", "[(...)] writes data as markup; use [[...]]"),
            new Ban("__\\s*[$*#@~]\\{", "__${...}__ takes data for code; leave the underscores out"));

    private record Ban(Pattern what, String words) {
        Ban(String what, String words) {
            this(Pattern.compile(what), words);
        }
    }

    /** The names of the fragments that a text declares. */
    static Set<String> fragments(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = FRAGMENT.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Whether it does nothing that none may do; what it does is a problem. */
    boolean isAllowed(Complaints complaints) {
        boolean allowed = true;
        for (Ban ban : BANS) {
            Matcher matcher = ban.what().matcher(text);
            if (matcher.find()) {
                complaints.problem(file, line(matcher.start()), ban.words());
                allowed = false;
            }
        }
        return allowed;
    }

    /** The line of a place in the text, from 1. */
    private int line(int place) {
        return 1
                + (int) text.substring(0, place)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }
}
