package io.lakewarden.jobs.store;

import io.lakewarden.result.Window;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * The files that the store keeps beside its tables, one set for each monitor and window: the run's status and its
 * report. A reader sees the old content or the new, never a part.
 */
public final class StoreFiles {
    private final Path root;
    private final Configuration configuration;

    StoreFiles(URI root, Configuration configuration) {
        this.root = new Path(root);
        this.configuration = configuration;
    }

    /** The files of the store at a root path; needs no Spark session. */
    public static StoreFiles at(String root) {
        Configuration configuration = new Configuration();
        return new StoreFiles(StoreRoot.resolve(root, configuration), configuration);
    }

    /** What the run came to; the truth where a cluster loses exit codes. */
    public URI runStatus(String monitor, Window window) {
        return file("_status", monitor, window, "run-status.json");
    }

    /** The report's content. */
    public URI reportJson(String monitor, Window window) {
        return file("_reports", monitor, window, "report.json");
    }

    /** The report for people. */
    public URI reportHtml(String monitor, Window window) {
        return file("_reports", monitor, window, "report.html");
    }

    /** Writes a file whole, in place of one that is there. */
    public void write(URI file, String content) throws IOException {
        Path path = new Path(file);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        FileSystem system = path.getFileSystem(configuration);
        if (system instanceof LocalFileSystem local) {
            writeLocal(local.getRaw(), path, bytes);
            return;
        }
        try {
            writeThenRename(FileContext.getFileContext(file, configuration), path, bytes);
        } catch (UnsupportedFileSystemException e) {
            // Object stores without a FileContext publish a file when it is closed.
            try (OutputStream out = system.create(path, true)) {
                out.write(bytes);
            }
        }
    }

    /** The content of a file, empty where there is none. */
    public Optional<String> read(URI file) throws IOException {
        Path path = new Path(file);
        FileSystem system = path.getFileSystem(configuration);
        FileSystem plain = system instanceof LocalFileSystem local ? local.getRaw() : system;
        try (InputStream in = plain.open(path)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Without checksum files, which two renames could not replace at once. */
    private static void writeLocal(FileSystem local, Path path, byte[] bytes) throws IOException {
        Path temporary = temporary(path);
        try (OutputStream out = local.create(temporary, false)) {
            out.write(bytes);
        }
        if (!local.rename(temporary, path)) {
            local.delete(temporary, false);
            throw new IOException("cannot replace " + path);
        }
    }

    private static void writeThenRename(FileContext context, Path path, byte[] bytes) throws IOException {
        Path temporary = temporary(path);
        try (OutputStream out =
                context.create(temporary, EnumSet.of(CreateFlag.CREATE), Options.CreateOpts.createParent())) {
            out.write(bytes);
        }
        context.rename(temporary, path, Options.Rename.OVERWRITE);
    }

    private static Path temporary(Path path) {
        return new Path(path.getParent(), "." + path.getName() + "." + UUID.randomUUID());
    }

    private URI file(String kind, String monitor, Window window, String name) {
        return new Path(root, kind + "/" + FileNames.of(monitor) + "/" + FileNames.of(window) + "/" + name).toUri();
    }
}
