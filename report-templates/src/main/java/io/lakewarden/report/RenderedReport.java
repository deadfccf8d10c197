package io.lakewarden.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The page of a report, and how it came out.
 *
 * @param html the page
 * @param sideFiles files with columns that the page does not show whole, by name
 * @param problems why it is the standard page and not the one that was asked for, in lines that name file, place, cause
 *     and remedy; empty where it is the one
 * @param warnings what may be wrong with the page that was asked for, in such lines
 */
public record RenderedReport(String html, Map<String, String> sideFiles, List<String> problems, List<String> warnings) {
    public RenderedReport {
        Objects.requireNonNull(html, "html");
        sideFiles = Collections.unmodifiableMap(new LinkedHashMap<>(sideFiles));
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
