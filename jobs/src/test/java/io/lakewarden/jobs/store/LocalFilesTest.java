package io.lakewarden.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on the local disk come out as Hadoop's own file system would leave them. */
class LocalFilesTest {
    @TempDir
    private Path folder;

    private Configuration configuration;

    @BeforeEach
    void configure() {
        configuration = new Configuration();
        configuration.set("fs.permissions.umask-mode", "027");
        LocalFilesSystem.SETTINGS.forEach(
                (key, value) -> configuration.set(key.substring("spark.hadoop.".length()), value));
    }

    @Test
    void bothDoorsAreOurs() throws Exception {
        assertThat(FileSystem.newInstance(URI.create("file:///"), configuration))
                .isInstanceOf(LocalFilesSystem.class);
        assertThat(FileContext.getFileContext(URI.create("file:///"), configuration)
                        .getDefaultFileSystem())
                .isInstanceOf(LocalFilesContext.class);
    }

    @Test
    void filesGetPermissionsByTheMaskAndChecksumsBeside() throws Exception {
        Path file = folder.resolve("new/data");
        try (FileSystem system = FileSystem.newInstance(URI.create("file:///"), configuration)) {
            write(system.create(hadoop(file)), "content");

            assertThat(permissions(file)).isEqualTo("rw-r-----");
            assertThat(permissions(file.getParent())).isEqualTo("rwxr-x---");
            assertThat(folder.resolve("new/.data.crc")).exists();
            system.setPermission(hadoop(file), new FsPermission("711"));
            assertThat(permissions(file)).isEqualTo("rwx--x--x");
            assertThatThrownBy(() -> system.setPermission(hadoop(folder.resolve("absent")), new FsPermission("600")))
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void aRenameNeverReplaces() throws Exception {
        FileContext context = FileContext.getFileContext(URI.create("file:///"), configuration);
        for (String name : new String[] {"a", "b"}) {
            write(context.create(hadoop(folder.resolve(name)), EnumSet.of(CreateFlag.CREATE)), name);
        }

        assertThatThrownBy(() -> context.rename(hadoop(folder.resolve("a")), hadoop(folder.resolve("b"))))
                .isInstanceOf(FileAlreadyExistsException.class);
        context.rename(hadoop(folder.resolve("a")), hadoop(folder.resolve("c")), Options.Rename.NONE);
        assertThat(folder.resolve("c")).hasContent("a");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    private static void write(OutputStream out, String text) throws Exception {
        try (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static org.apache.hadoop.fs.Path hadoop(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }
}
