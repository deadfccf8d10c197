package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/** Finds out before Spark does whether paths are there, because Spark's own words differ for each format. */
final class Paths {
    private Paths() {}

    static void requireReadable(List<String> paths, Configuration configuration) {
        for (String path : paths) {
            requireReadable(path, configuration);
        }
    }

    private static void requireReadable(String path, Configuration configuration) {
        try {
            Path hadoopPath = new Path(path);
            FileSystem fileSystem = hadoopPath.getFileSystem(configuration);
            FileStatus[] found = fileSystem.globStatus(hadoopPath);
            if (found == null || found.length == 0) {
                throw new UserException("source: there is no file or folder at " + path);
            }
            for (FileStatus status : found) {
                if (status.isDirectory()) {
                    fileSystem.listStatusIterator(status.getPath());
                } else {
                    fileSystem.open(status.getPath()).close();
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UserException("source: '" + path + "' is no path: " + e.getMessage(), e);
        } catch (UnsupportedFileSystemException e) {
            throw withoutLibrary(path, e);
        } catch (AccessControlException e) {
            throw new UserException("source: no permission to read " + path, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + path, e);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof ClassNotFoundException missing ? withoutLibrary(path, missing) : e;
        }
    }

    private static UserException withoutLibrary(String path, Exception reason) {
        return new UserException(
                "source: nothing here reads " + path + " (" + reason.getMessage()
                        + "); add the file system's library with spark-submit --packages",
                reason);
    }
}
