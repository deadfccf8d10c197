package io.lakewarden.report;

import java.io.IOException;
import java.util.List;

/** Where the files of a report are written, wherever that is. Paths are relative, with {@code /} between their parts. */
public interface ReportFolder {
    /** The names of the files in a folder; empty where it is not there. */
    List<String> names(String folder) throws IOException;

    /** Writes a file whole, in place of one that is there: a reader sees the old content or the new, never a part. */
    void write(String path, String content) throws IOException;

    /** Deletes a file, where it is there. */
    void delete(String path) throws IOException;
}
