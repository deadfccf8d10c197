package io.lakewarden.report;

import java.util.List;
import java.util.Objects;

/**
 * The page of a report, and how it came out.
 *
 * @param html the page
 * @param problems why it is the standard page and not the one that was asked for, in lines that name file, place, cause
 *     and remedy; empty where it is the one
 * @param warnings what may be wrong with the page that was asked for, in such lines
 */
public record RenderedReport(String html, List<String> problems, List<String> warnings) {
    public RenderedReport {
        Objects.requireNonNull(html, "html");
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
