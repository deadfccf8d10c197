package io.lakewarden.report;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How reports are to look.
 *
 * @param templates a folder of a team's own templates, see docs/templates.md
 * @param language the language of the page, such as {@code de}; English where it is not named
 */
public record ReportStyle(Optional<Path> templates, Optional<String> language) {
    public ReportStyle {
        Objects.requireNonNull(templates, "templates");
        Objects.requireNonNull(language, "language");
    }
}
