package io.lakewarden.jobs.store;

import java.util.Map;
import org.apache.hadoop.fs.LocalFileSystem;

/** {@link LocalFiles} with checksum files for those who come by Hadoop's {@code FileSystem}. */
public final class LocalFilesSystem extends LocalFileSystem {
    /** What a Spark session needs to use them: its settings by name. */
    public static final Map<String, String> SETTINGS = Map.of(
            "spark.hadoop.fs.file.impl", LocalFilesSystem.class.getName(),
            "spark.hadoop.fs.AbstractFileSystem.file.impl", LocalFilesContext.class.getName());

    /** As Hadoop makes it. */
    public LocalFilesSystem() {
        super(new LocalFiles());
    }
}
