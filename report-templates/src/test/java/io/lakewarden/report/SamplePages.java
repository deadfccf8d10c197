package io.lakewarden.report;

import io.lakewarden.result.Finding;
import io.lakewarden.result.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of sample documents, for tests that open them in a browser. */
public final class SamplePages {
    private SamplePages() {}

    /** A page as full as a real one: 21 columns of every kind, several of which drifted, and slices, named ones and found ones. */
    public static String lending() {
        return HtmlReport.render(sliced());
    }

    private static ReportDocument sliced() {
        List<ReportColumn> columns = LendingReport.document().columns();
        return SampleReports.document(columns, LendingReport.findings(columns), LendingSlices.all())
                .withMovedSlices(LendingSlices.moved())
                .withFoundSlices(Optional.of(LendingSlices.found()));
    }

    /** The page of {@link #lending} in German, with the colours, the logo and the section of the example. */
    public static String ofTeam() {
        Path example = Path.of("..", "examples", "report-templates");
        RenderedReport report = HtmlReport.render(
                sliced(), ReportTemplates.of(new ReportStyle(Optional.of(example), Optional.of("de"))));
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException(String.join("\n", report.problems()));
        }
        return report.html();
    }

    /** The names of the columns of {@link #lending}, in the order of the table. */
    public static List<String> lendingColumns() {
        return LendingReport.document().columns().stream()
                .map(ReportColumn::name)
                .toList();
    }

    /** A page of many columns, some of which drifted, with the side files beside it. */
    public static Path wide(int columns, Path folder) throws IOException {
        return write(SampleReports.wide(columns, 14), folder);
    }

    /** A page with side files where every text that can come from data or configuration is one given text. */
    public static Path wideSaying(String text, Path folder) throws IOException {
        List<ReportColumn> columns =
                Stream.generate(() -> HostileReport.column(text)).limit(125).toList();
        return write(HostileReport.document(text, columns, List.of()), folder);
    }

    private static Path write(ReportDocument document, Path folder) throws IOException {
        MemoryFolder files = new MemoryFolder();
        ReportLayout layout = new ReportLayout("page", ReportForm.WITH_SIDE_FILES);
        HtmlReport.write(document, layout, files);
        for (Map.Entry<String, String> file : files.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.resolve(layout.page());
    }

    /** A page where every text that can come from data or configuration is one given text. */
    public static String saying(String text) {
        return HtmlReport.render(HostileReport.document(
                text,
                List.of(HostileReport.column(text)),
                List.of(new Finding(text, text, text, Status.FAIL, text, text, text))));
    }
}
