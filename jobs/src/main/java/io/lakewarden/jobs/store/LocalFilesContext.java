package io.lakewarden.jobs.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** {@link LocalFiles} with checksum files for those who come by Hadoop's {@code FileContext}, as Delta's log does. */
public final class LocalFilesContext extends ChecksumFs {
    /**
     * As Hadoop makes it.
     *
     * @param uri the file system's, always {@code file:///}
     */
    public LocalFilesContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(new Raw(uri, configuration));
    }

    private static final class Raw extends DelegateToFileSystem {
        Raw(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, new LocalFiles(), configuration, "file", false);
        }

        /** There is no port. */
        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        /** The disk decides. */
        @Override
        public boolean isValidName(String name) {
            return true;
        }
    }
}
