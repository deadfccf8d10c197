package io.lakewarden.jobs.run;

import io.lakewarden.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder of this machine for reports. */
final class LocalReportFolder implements ReportFolder {
    private final Path root;

    LocalReportFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public List<String> names(String folder) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(root.resolve(folder))) {
            return content.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Path temporary = Files.createTempFile(file.getParent(), ".report", ".html");
        Files.writeString(temporary, content);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(root.resolve(path));
    }
}
