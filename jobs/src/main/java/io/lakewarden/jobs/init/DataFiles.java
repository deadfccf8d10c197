package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.SourceFormat;
import io.lakewarden.jobs.config.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files of the data, and how they are stored.
 *
 * @param format what they are
 * @param files those that are data, in the order of their paths; of a Delta table none, for its log says which they are
 * @param others those beside them that are something else
 */
record DataFiles(SourceFormat format, List<FileStatus> files, List<String> others) {
    private static final int MOST_FILES = 100_000;
    private static final byte[] PARQUET_MAGIC = {'P', 'A', 'R', '1'};
    private static final int PREFIX = 4_096;
    private static final String DELTA_LOG = "_delta_log";

    DataFiles {
        files = List.copyOf(files);
        others = List.copyOf(others);
    }

    /**
     * Looks at what is at a place.
     *
     * @param location an absolute path, a URI or a glob pattern of either
     * @throws UserException if there are no data that are understood
     */
    static DataFiles at(String location, Configuration configuration) {
        try {
            Path path = new Path(location);
            FileSystem fileSystem = path.getFileSystem(configuration);
            FileStatus[] found = fileSystem.globStatus(path);
            if (found == null || found.length == 0) {
                throw new UserException("there is no file or folder at " + location);
            }
            if (found.length == 1
                    && found[0].isDirectory()
                    && fileSystem.exists(new Path(found[0].getPath(), DELTA_LOG))) {
                return new DataFiles(SourceFormat.DELTA, List.of(), List.of());
            }
            List<FileStatus> files = new ArrayList<>();
            for (FileStatus status : found) {
                add(status, fileSystem, files);
            }
            return grouped(location, fileSystem, files);
        } catch (IllegalArgumentException e) {
            throw new UserException("'" + location + "' is no path: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + location, e);
        }
    }

    /** Spark passes over what begins with an underscore or a dot, and so must this. */
    private static void add(FileStatus status, FileSystem fileSystem, List<FileStatus> files) throws IOException {
        if (!status.isDirectory()) {
            files.add(status);
            return;
        }
        String root = status.getPath().toUri().getPath();
        RemoteIterator<LocatedFileStatus> entries = fileSystem.listFiles(status.getPath(), true);
        while (entries.hasNext() && files.size() < MOST_FILES) {
            FileStatus entry = entries.next();
            String inside = entry.getPath().toUri().getPath().substring(root.length());
            if (entry.getLen() > 0 && !inside.matches("(?s)(.*/)?[_.].*")) {
                files.add(entry);
            }
        }
    }

    /** The files of the kind that holds most bytes. */
    private static DataFiles grouped(String location, FileSystem fileSystem, List<FileStatus> files)
            throws IOException {
        Map<String, List<FileStatus>> byExtension = new TreeMap<>();
        for (FileStatus file : files) {
            byExtension
                    .computeIfAbsent(extension(file.getPath().getName()), key -> new ArrayList<>())
                    .add(file);
        }
        List<FileStatus> largest = byExtension.values().stream()
                .max(Comparator.comparingLong(
                        group -> group.stream().mapToLong(FileStatus::getLen).sum()))
                .orElseThrow(() -> new UserException("there is no file with data at " + location));
        largest.sort(Comparator.comparing(file -> file.getPath().toString()));
        List<String> others = files.stream()
                .filter(file -> !largest.contains(file))
                .map(file -> file.getPath().getName())
                .sorted()
                .toList();
        return new DataFiles(format(largest.get(0), fileSystem), largest, others);
    }

    private static String extension(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst|snappy|lz4)$", "");
        int dot = lower.lastIndexOf('.');
        return dot < 0 ? "" : lower.substring(dot + 1);
    }

    private static SourceFormat format(FileStatus file, FileSystem fileSystem) throws IOException {
        String extension = extension(file.getPath().getName());
        if (List.of("json", "jsonl", "ndjson").contains(extension)) {
            return SourceFormat.JSON;
        }
        if (extension.equals("csv") || extension.equals("tsv")) {
            return SourceFormat.CSV;
        }
        byte[] prefix;
        try (InputStream in = fileSystem.open(file.getPath())) {
            prefix = in.readNBytes(PREFIX);
        }
        if (extension.equals("parquet") || startsWith(prefix, PARQUET_MAGIC)) {
            return SourceFormat.PARQUET;
        }
        return isObject(prefix) ? SourceFormat.JSON : SourceFormat.CSV;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isObject(byte[] prefix) {
        for (byte b : prefix) {
            if (b == '{') {
                return true;
            }
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return false;
    }

    /** Where a file is, as people write it. */
    static String plain(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }

    /** For people, such as {@code 3 files, 1.1 MB}. */
    String size() {
        long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
        String size = bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3))
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        return Words.counted(files.size(), "file") + ", " + size;
    }
}
