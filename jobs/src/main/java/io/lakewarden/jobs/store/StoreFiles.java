package io.lakewarden.jobs.store;

import io.lakewarden.result.Window;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * The files that the store keeps beside its tables, one set for each monitor and window: the run's status and its
 * report. A reader sees the old content or the new, never a part.
 */
public final class StoreFiles {
    private static final String STATUS = "_status";
    private static final String REPORTS = "_reports";
    private static final String REFERENCES = "_references";
    private static final String STATUS_NAME = "run-status.json";
    private static final String REPORT_NAME = "report.json";
    private static final Set<String> STAMPED = Set.of(STATUS_NAME, REPORT_NAME);

    private final Path root;
    private final Configuration configuration;
    private final WriterLock lock;

    StoreFiles(URI root, Configuration configuration) {
        this.root = new Path(root);
        this.configuration = configuration;
        this.lock = WriterLock.of(root);
    }

    /** The files of the store at a root path; needs no Spark session. */
    public static StoreFiles at(String root) {
        Configuration configuration = new Configuration();
        return new StoreFiles(StoreRoot.resolve(root, configuration), configuration);
    }

    /** The store's place, in full. */
    public URI root() {
        return root.toUri();
    }

    /** What the run came to; the truth where a cluster loses exit codes. */
    public URI runStatus(String monitor, Window window) {
        return file(STATUS, monitor, window, STATUS_NAME);
    }

    /** The report's content. */
    public URI reportJson(String monitor, Window window) {
        return file(REPORTS, monitor, window, REPORT_NAME);
    }

    /** The report for people. */
    public URI reportHtml(String monitor, Window window) {
        return file(REPORTS, monitor, window, "report.html");
    }

    /** What was learnt from a reference's rows once, under a name for all that it depends on. */
    public URI learnt(String monitor, String name) {
        return new Path(root, REFERENCES + "/" + FileNames.of(monitor) + "/" + name).toUri();
    }

    /** The monitors that have files, in order. */
    public List<String> monitors() throws IOException {
        TreeSet<String> monitors = new TreeSet<>();
        for (String kind : List.of(STATUS, REPORTS)) {
            for (FileStatus folder : list(new Path(root, kind))) {
                FileNames.text(folder.getPath().getName()).ifPresent(monitors::add);
            }
        }
        return List.copyOf(monitors);
    }

    /**
     * A stamp for each window of a monitor that has a status or a report: a text that changes with these files. No file is
     * opened.
     */
    public SortedMap<Window, String> stamps(String monitor) throws IOException {
        TreeMap<Window, String> stamps = new TreeMap<>();
        for (String kind : List.of(STATUS, REPORTS)) {
            for (FileStatus file : filesBelow(new Path(root, kind + "/" + FileNames.of(monitor)))) {
                if (STAMPED.contains(file.getPath().getName())) {
                    FileNames.window(file.getPath().getParent().getName())
                            .ifPresent(window -> stamps.merge(window, stamp(file), StoreFiles::joined));
                }
            }
        }
        return stamps;
    }

    /** The stamp of one window; empty where it has no files. */
    public Optional<String> stamp(String monitor, Window window) throws IOException {
        Optional<String> stamp = Optional.empty();
        for (URI file : List.of(runStatus(monitor, window), reportJson(monitor, window))) {
            Path path = new Path(file);
            try {
                String next = stamp(plain(path).getFileStatus(path));
                stamp = Optional.of(stamp.map(first -> joined(first, next)).orElse(next));
            } catch (FileNotFoundException e) {
                // The other one may be there.
            }
        }
        return stamp;
    }

    /** Writes a file whole, in place of one that is there. */
    public void write(URI file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file whole, in place of one that is there. */
    public void write(URI file, byte[] bytes) throws IOException {
        Path path = new Path(file);
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
        return readBytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The content of a file, empty where there is none. */
    public Optional<byte[]> readBytes(URI file) throws IOException {
        Path path = new Path(file);
        try (InputStream in = plain(path).open(path)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Does it while nobody else writes to the store, as far as its file system knows locks. It must write no tables. */
    public void hold(Runnable write) {
        lock.hold(write);
    }

    /**
     * The names of the files in a folder that nobody is at work on, in order; empty where it is not there. To be asked for
     * while others are {@linkplain #hold kept out}.
     *
     * @param age how old they are at least where nobody can be kept out
     */
    public List<String> settled(URI folder, Duration age) throws IOException {
        long latest = lock.keepsOthersOut()
                ? Long.MAX_VALUE
                : Instant.now().minus(age).toEpochMilli();
        return list(new Path(folder)).stream()
                .filter(file -> file.isFile() && file.getModificationTime() <= latest)
                .map(file -> file.getPath().getName())
                .sorted()
                .toList();
    }

    /** Deletes a file, where it is there. */
    public void delete(URI file) throws IOException {
        Path path = new Path(file);
        plain(path).delete(path, false);
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

    /** The files in the folders of a folder. */
    private List<FileStatus> filesBelow(Path folder) throws IOException {
        List<FileStatus> files = new ArrayList<>();
        if (plain(folder) instanceof RawLocalFileSystem) {
            // A recursive listing asks for each file's owner, for which Hadoop starts a process here.
            for (FileStatus window : list(folder)) {
                files.addAll(window.isDirectory() ? list(window.getPath()) : List.of());
            }
            return files;
        }
        try {
            RemoteIterator<LocatedFileStatus> found = plain(folder).listFiles(folder, true);
            while (found.hasNext()) {
                files.add(found.next());
            }
        } catch (FileNotFoundException e) {
            return List.of();
        }
        return files;
    }

    private List<FileStatus> list(Path folder) throws IOException {
        try {
            return List.of(plain(folder).listStatus(folder));
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private FileSystem plain(Path path) throws IOException {
        FileSystem system = path.getFileSystem(configuration);
        return system instanceof LocalFileSystem local ? local.getRaw() : system;
    }

    private static String stamp(FileStatus file) {
        return file.getPath().getName() + " " + file.getLen() + " " + file.getModificationTime();
    }

    private static String joined(String first, String second) {
        return first + ", " + second;
    }

    private URI file(String kind, String monitor, Window window, String name) {
        return new Path(root, kind + "/" + FileNames.of(monitor) + "/" + window.fileName() + "/" + name).toUri();
    }
}
