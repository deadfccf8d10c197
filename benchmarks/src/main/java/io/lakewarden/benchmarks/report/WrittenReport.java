package io.lakewarden.benchmarks.report;

import io.lakewarden.report.HtmlReport;
import io.lakewarden.report.ReportDocument;
import io.lakewarden.report.ReportFolder;
import io.lakewarden.report.ReportForm;
import io.lakewarden.report.ReportLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report on disk, in a folder of its own.
 *
 * @param page its page
 * @param sideFiles how many side files it has
 * @param sideBytes the size of all of them
 */
record WrittenReport(Path page, int sideFiles, long sideBytes) implements AutoCloseable {
    static WrittenReport of(ReportDocument document) throws IOException {
        Path root = Files.createTempDirectory("report-");
        ReportLayout layout = new ReportLayout("report", ReportForm.WITH_SIDE_FILES);
        HtmlReport.write(document, layout, new NewFolder(root));
        Path sides = root.resolve(layout.sideFolder());
        int count = 0;
        long bytes = 0;
        if (Files.exists(sides)) {
            try (Stream<Path> content = Files.list(sides)) {
                for (Path side : content.toList()) {
                    count++;
                    bytes += Files.size(side);
                }
            }
        }
        return new WrittenReport(root.resolve(layout.page()), count, bytes);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> content = Files.walk(page.getParent())) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A folder where nothing was before. */
    private record NewFolder(Path root) implements ReportFolder {
        @Override
        public List<String> settled(String folder) {
            return List.of();
        }

        @Override
        public void write(String path, String content) throws IOException {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }

        @Override
        public void delete(String path) {
            throw new UnsupportedOperationException("a new folder has nothing to delete");
        }
    }
}
