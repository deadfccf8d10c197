package io.lakewarden.jobs.site;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.report.ReportFolder;
import io.lakewarden.report.ReportFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of a site. A reader sees the old content of a file or the new, never a part; a file that would stay the same
 * is not touched.
 */
final class SiteFolder implements ReportFolder {
    static final String INDEX = "index.html";

    private final Path root;

    SiteFolder(Path root) {
        this.root = root;
    }

    /** Makes sure that no page of something else is overwritten. */
    void requireOwn() {
        if (Files.exists(root.resolve(INDEX)) && !Files.exists(root.resolve("_lock"))) {
            throw new UserException("--site: '" + root + "' holds an " + INDEX
                    + " of something else; expected a new or empty folder, or an earlier site");
        }
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** The content of a file; empty where there is none. */
    Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root.resolve(file), e);
        }
    }

    /** A state file of a track. */
    static String data(String track, String name) {
        return track + "/_data/" + name + ".json";
    }

    /** The content of a state file of a track; empty where there is none. */
    <T> Optional<T> state(String track, String name, Function<String, T> reader) {
        try {
            return read(data(track, name)).map(reader);
        } catch (ReportFormatException e) {
            throw new UserException(
                    "--site: " + path(data(track, name)) + ": " + e.getMessage() + ". Delete " + path(track)
                            + " and make it again with: lakewarden report --site",
                    e);
        }
    }

    /** Writes a file whole. One writer at a time: the temporary file of one that was killed is used again. */
    @Override
    public void write(String file, String content) {
        Path target = root.resolve(file);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            if (Files.exists(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
                return;
            }
            Files.createDirectories(target.getParent());
            Path temporary = target.resolveSibling("." + target.getFileName() + ".new");
            Files.write(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    @Override
    public void delete(String file) {
        try {
            Files.deleteIfExists(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root.resolve(file), e);
        }
    }

    @Override
    public List<String> settled(String folder) {
        return content(root.resolve(folder), Files::isRegularFile);
    }

    /** The folders of all tracks, such as {@code lending/1-month}, in order. */
    List<String> tracks() {
        return content(root, Files::isDirectory).stream()
                .flatMap(monitor -> tracks(monitor).stream())
                .toList();
    }

    /** The folders of the tracks in the folder of a monitor, in order. */
    List<String> tracks(String monitor) {
        return content(root.resolve(monitor), Files::isDirectory).stream()
                .filter(track -> Files.exists(root.resolve(data(monitor + "/" + track, "track"))))
                .map(track -> monitor + "/" + track)
                .toList();
    }

    private static List<String> content(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(wanted)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
