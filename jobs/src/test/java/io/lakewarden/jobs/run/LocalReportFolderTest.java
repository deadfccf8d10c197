package io.lakewarden.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalReportFolderTest {
    @TempDir
    Path root;

    @Test
    void filesThatAnotherWriterMayHaveJustMadeAreNotSettled() throws IOException {
        LocalReportFolder folder = new LocalReportFolder(root);
        folder.write("report_files/young.html", "young");
        folder.write("report_files/old.html", "old");
        Files.setLastModifiedTime(
                root.resolve("report_files/old.html"),
                FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        assertThat(folder.settled("report_files")).containsExactly("old.html");
        assertThat(folder.settled("other_files")).isEmpty();
    }
}
