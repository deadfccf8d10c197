package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * Bytes of text files: all of them where they are few, else whole lines from the beginning, from places in between and
 * from the end, so that a file in the order of time is seen from its first day to its last.
 *
 * @param files the files that were looked at
 * @param scale how many times more bytes there are, about; 1 where these are all
 */
record TextSample(List<SampledFile> files, double scale) {
    static final int BUDGET = 32 << 20;
    private static final int MOST_FILES = 32;
    private static final int PIECE = 1 << 20;
    private static final int FEWEST_PIECES = 3;

    /**
     * A file's pieces.
     *
     * @param path the file
     * @param pieces whole lines each, the first from the beginning of the file
     */
    record SampledFile(String path, List<byte[]> pieces) {}

    /**
     * Reads.
     *
     * @param budget how many bytes at the most
     */
    static TextSample of(List<FileStatus> files, Configuration configuration, int budget) {
        long bytes = files.stream().mapToLong(FileStatus::getLen).sum();
        List<FileStatus> chosen = bytes <= budget ? files : spread(files);
        int share = Math.max(1, budget / chosen.size());
        CompressionCodecFactory codecs = new CompressionCodecFactory(configuration);
        List<SampledFile> sampled = new ArrayList<>();
        boolean whole = chosen.size() == files.size();
        for (FileStatus file : chosen) {
            String path = DataFiles.plain(file.getPath());
            try {
                FileSystem fileSystem = file.getPath().getFileSystem(configuration);
                CompressionCodec codec = codecs.getCodec(file.getPath());
                if (codec == null) {
                    long limit = bytes <= budget ? Long.MAX_VALUE : share;
                    whole &= file.getLen() <= limit;
                    sampled.add(new SampledFile(path, pieces(fileSystem, file, limit, share)));
                } else {
                    byte[] head = head(fileSystem, file, codec, share);
                    whole &= head.length < share;
                    sampled.add(new SampledFile(path, List.of(head.length < share ? head : untilLastLine(head))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }
        long read = sampled.stream()
                .flatMap(file -> file.pieces().stream())
                .mapToLong(piece -> piece.length)
                .sum();
        return new TextSample(sampled, whole ? 1 : Math.max(Math.nextUp(1.0), (double) bytes / Math.max(1, read)));
    }

    private static List<FileStatus> spread(List<FileStatus> files) {
        if (files.size() <= MOST_FILES) {
            return files;
        }
        List<FileStatus> chosen = new ArrayList<>();
        for (int i = 0; i < MOST_FILES; i++) {
            chosen.add(files.get((int) ((long) i * (files.size() - 1) / (MOST_FILES - 1))));
        }
        return chosen;
    }

    private static byte[] head(FileSystem fileSystem, FileStatus file, CompressionCodec codec, int most)
            throws IOException {
        try (InputStream in = codec.createInputStream(fileSystem.open(file.getPath()))) {
            return in.readNBytes(most);
        }
    }

    private static List<byte[]> pieces(FileSystem fileSystem, FileStatus file, long limit, int share)
            throws IOException {
        try (FSDataInputStream in = fileSystem.open(file.getPath())) {
            if (file.getLen() <= limit) {
                return List.of(in.readNBytes(Math.toIntExact(file.getLen())));
            }
            int count = Math.max(FEWEST_PIECES, share / PIECE);
            int length = share / count;
            List<byte[]> pieces = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long offset = (file.getLen() - length) / (count - 1) * i;
                in.seek(offset);
                byte[] bytes = in.readNBytes(length);
                pieces.add(untilLastLine(offset == 0 ? bytes : fromFirstLine(bytes)));
            }
            return List.copyOf(pieces);
        }
    }

    private static byte[] fromFirstLine(byte[] bytes) {
        int start = 0;
        while (start < bytes.length && bytes[start] != '\n') {
            start++;
        }
        return Arrays.copyOfRange(bytes, Math.min(bytes.length, start + 1), bytes.length);
    }

    private static byte[] untilLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** Refuses what is no text in an encoding of single bytes. */
    void requireText() {
        for (SampledFile file : files) {
            for (byte[] piece : file.pieces()) {
                if (startsWith(piece, 0xFF, 0xFE) || startsWith(piece, 0xFE, 0xFF)) {
                    throw new UserException(file.path()
                            + " is written in UTF-16, which CSV files are not read in; convert it to UTF-8 first");
                }
                for (byte b : piece) {
                    if (b == 0) {
                        throw new UserException(file.path() + " is no text: it holds zero bytes; expected CSV, JSON"
                                + " lines, Parquet or a Delta table");
                    }
                }
            }
        }
    }
}
