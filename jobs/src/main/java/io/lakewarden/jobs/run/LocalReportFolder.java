package io.lakewarden.jobs.run;

import io.lakewarden.report.ReportFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A folder of this machine for reports. */
final class LocalReportFolder implements ReportFolder {
    private final Path root;

    LocalReportFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    @Override
    public List<String> settled(String folder) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        FileTime latest = FileTime.from(Instant.now().minus(LONGEST_WRITE));
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path file : content) {
                if (isOlder(file, latest)) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        return names;
    }

    private static boolean isOlder(Path file, FileTime latest) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(latest) < 0;
        } catch (NoSuchFileException e) {
            // Somebody else has just deleted or renamed it.
            return false;
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
