package io.lakewarden.report.team;

import java.util.List;

/**
 * What a team puts on the page besides templates of its own.
 *
 * @param css its colours, null where it has none
 * @param logo the source of its logo, null where it has none
 * @param organisation who the report is from, null where it does not say
 * @param title what the report is called above its heading, null where it does not say
 * @param sections its own sections, in the order of their names
 */
public record Look(String css, String logo, String organisation, String title, List<OwnSection> sections) {
    /** The page as it is without a team's folder. */
    public static final Look STANDARD = new Look(null, null, null, null, List.of());

    /** The parts of the page, in its order. A section of a team's own follows one of them. */
    public static final List<String> PARTS = List.of(
            "verdict",
            "drift",
            "over-time",
            "findings",
            "multivariate",
            "history",
            "skew",
            "outliers",
            "slices",
            "columns",
            "details");

    public Look {
        sections = List.copyOf(sections);
    }

    /** The sections that follow a part of the page. */
    public List<OwnSection> after(String part) {
        return sections.stream().filter(section -> section.after().equals(part)).toList();
    }
}
