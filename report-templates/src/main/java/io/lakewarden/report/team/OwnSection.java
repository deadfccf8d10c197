package io.lakewarden.report.team;

import io.lakewarden.report.text.Text;

/**
 * A section of a team's own.
 *
 * @param name the name of its file
 * @param title its heading
 * @param after the part of the page that it follows, one of {@link Look#PARTS}
 */
public record OwnSection(String name, Text title, String after) {
    /** Where on the page it is. */
    public String id() {
        return id(name);
    }

    /** The name of its template. */
    public String template() {
        return template(name);
    }

    static String id(String name) {
        return "own-" + name;
    }

    static String template(String name) {
        return "sections/" + name;
    }
}
