package io.lakewarden.jobs.store;

import io.lakewarden.jobs.config.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** The store's place, made absolute: tables and files must not move with the working directory. */
final class StoreRoot {
    private StoreRoot() {}

    static URI resolve(String root, Configuration configuration) {
        URI uri = qualified(root, configuration);
        if ("file".equals(uri.getScheme()) && Files.isRegularFile(java.nio.file.Path.of(uri.getPath()))) {
            throw new UserException("store: " + uri.getPath() + " is a file; expected a folder");
        }
        return uri;
    }

    private static URI qualified(String root, Configuration configuration) {
        try {
            Path path = new Path(root);
            return path.getFileSystem(configuration).makeQualified(path).toUri();
        } catch (IllegalArgumentException e) {
            throw new UserException("store: '" + root + "' is no path: " + e.getMessage(), e);
        } catch (UnsupportedFileSystemException e) {
            throw withoutLibrary(root, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot reach the store at " + root, e);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof ClassNotFoundException missing ? withoutLibrary(root, missing) : e;
        }
    }

    private static UserException withoutLibrary(String root, Exception reason) {
        return new UserException(
                "store: nothing here writes to " + root + " (" + reason.getMessage()
                        + "); add the file system's library with spark-submit --packages",
                reason);
    }
}
