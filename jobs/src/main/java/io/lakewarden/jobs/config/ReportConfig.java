package io.lakewarden.jobs.config;

import io.lakewarden.report.ReportStyle;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the monitor's reports look; no result depends on it.
 *
 * @param templates {@code templates}: a folder of a team's own templates
 * @param language {@code language}: the language that they are in
 */
public record ReportConfig(Optional<Path> templates, Optional<String> language) {
    /** The reports as they are by themselves. */
    public static final ReportConfig DEFAULTS = new ReportConfig(Optional.empty(), Optional.empty());

    public ReportConfig {
        Objects.requireNonNull(templates, "templates");
        Objects.requireNonNull(language, "language");
    }

    /** The same, and what {@code other} says where this says nothing. */
    public ReportConfig orElse(ReportConfig other) {
        return new ReportConfig(templates.or(other::templates), language.or(other::language));
    }

    /** The style of the pages. */
    public ReportStyle style() {
        return new ReportStyle(templates, language);
    }
}
