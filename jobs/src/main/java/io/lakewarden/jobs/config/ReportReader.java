package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@link ReportConfig}. */
final class ReportReader {
    private ReportReader() {}

    static ReportConfig read(Section report) {
        Optional<Path> templates = report.field("templates").flatMap(ReportReader::folder);
        Optional<String> language = report.field("language").flatMap(it -> it.text("a language such as de"));
        report.close();
        return new ReportConfig(templates, language);
    }

    private static Optional<Path> folder(Field field) {
        Optional<String> place = field.resolvedPath();
        if (place.isPresent() && place.get().contains("://")) {
            field.problem(field.path() + " is '" + place.get() + "'; expected a folder on this machine");
            return Optional.empty();
        }
        return place.map(Path::of);
    }
}
