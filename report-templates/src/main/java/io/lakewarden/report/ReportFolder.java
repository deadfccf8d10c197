package io.lakewarden.report;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Where the files of a report are written, wherever that is. Paths are relative, with {@code /} between their parts. */
public interface ReportFolder {
    /** Nobody writes the files of one report for longer. */
    Duration LONGEST_WRITE = Duration.ofHours(1);

    /**
     * The names of the files in a folder whose report is written, so that none of them is waiting for its page: all where others
     * are kept out while a report is written here, otherwise those older than {@link #LONGEST_WRITE}. Empty where the folder
     * is not there.
     */
    List<String> settled(String folder) throws IOException;

    /** Writes a file whole, in place of one that is there: a reader sees the old content or the new, never a part. */
    void write(String path, String content) throws IOException;

    /** Deletes a file, where it is there. */
    void delete(String path) throws IOException;
}
