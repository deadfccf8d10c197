package io.lakewarden.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The store's place, made absolute: tables and files must not move with the working directory. */
final class StoreRoot {
    private StoreRoot() {}

    static URI resolve(String root, Configuration configuration) {
        Path path = new Path(root);
        try {
            return path.getFileSystem(configuration).makeQualified(path).toUri();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot reach the store at " + root, e);
        }
    }
}
