package io.lakewarden.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write a folder of templates and render a report with it. */
abstract class ReportTemplatesFixture {
    static final String STANDARD = HtmlReport.render(LendingReport.document());
    static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";

    @TempDir
    Path folder;

    String page() {
        RenderedReport report = render();
        assertThat(report.problems()).isEmpty();
        return report.html();
    }

    RenderedReport render() {
        return HtmlReport.render(LendingReport.document(), templates());
    }

    ReportTemplates templates() {
        return ReportTemplates.of(new ReportStyle(Optional.of(folder), Optional.empty()));
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
