package io.lakewarden.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFilesTest {
    private static final Window MONTH = Window.parse("2026-01-01/2026-02-01");
    private static final Window HOUR = Window.parse("2026-01-01T06:00:00Z/2026-01-01T07:00:00Z");

    @TempDir
    Path root;

    @Test
    void aFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        StoreFiles files = new StoreFiles(root.toUri(), new Configuration());
        URI status = files.runStatus("loans", MONTH);

        assertThat(files.read(status)).isEmpty();
        files.write(status, "{\"first\": \"longer than the second\"}");
        files.write(status, "{\"ı\": 2}");

        assertThat(files.read(status)).contains("{\"ı\": 2}");
        Path folder = root.resolve("_status/loans/2026-01-01_2026-02-01");
        assertThat(Files.readString(folder.resolve("run-status.json"))).isEqualTo("{\"ı\": 2}");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void aRootThatCannotHoldAStoreIsTheUsersError() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        assertThatThrownBy(() -> StoreFiles.at(file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessage("store: " + file + " is a file; expected a folder");
        assertThatThrownBy(() -> StoreFiles.at("nosuch://bucket/store"))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("nosuch://bucket/store", "--packages");
    }

    @Test
    void reportsStandBesideEachOther() {
        StoreFiles files = new StoreFiles(URI.create("file:///store"), new Configuration());

        assertThat(files.reportJson("loans", HOUR).getPath())
                .isEqualTo("/store/_reports/loans/2026-01-01T060000Z_2026-01-01T070000Z/report.json");
        assertThat(files.reportHtml("loans", MONTH).getPath())
                .isEqualTo("/store/_reports/loans/2026-01-01_2026-02-01/report.html");
    }

    @Test
    void namesOfFoldersLeadBackToMonitorsAndWindowsAndOthersToNone() {
        for (String monitor : List.of("a_b.c-9", "../x", "_hidden", "ı", "a=b", "a b", "😀")) {
            assertThat(FileNames.text(FileNames.of(monitor))).contains(monitor);
        }
        for (String other : List.of("", "=ZZ", "=2", "=61", ".x", "a b", "<x>", "=FF")) {
            assertThat(FileNames.text(other)).as(other).isEmpty();
        }
        Window moment = Window.parse("2026-01-01T06:00:00Z/2026-01-01T06:00:00.500Z");
        for (Window window : List.of(MONTH, HOUR, moment)) {
            assertThat(FileNames.window(window.fileName())).contains(window);
        }
        for (String other : List.of("", "2026-01-01", "2026-01-01_2026-01-01", "2026-1-1_2026-02-01", "a_b", "..")) {
            assertThat(FileNames.window(other)).as(other).isEmpty();
        }
    }

    @Test
    void stampsTellWindowsWhoseFilesHaveChanged() throws IOException {
        StoreFiles files = StoreFiles.at(root.resolve("store").toString());
        assertThat(files.monitors()).isEmpty();
        assertThat(files.stamps("loans")).isEmpty();
        assertThat(files.stamp("loans", MONTH)).isEmpty();

        files.write(files.reportJson("loans", MONTH), "{}");
        files.write(files.reportHtml("loans", MONTH), "<p>");
        files.write(files.runStatus("loans", MONTH), "{}");
        files.write(files.runStatus("loans", HOUR), "{}");
        files.write(files.reportJson("../x", HOUR), "{}");
        Files.createDirectories(root.resolve("store/_reports/loans/no window"));
        Files.createDirectories(root.resolve("store/_reports/<script>"));

        SortedMap<Window, String> stamps = files.stamps("loans");
        assertThat(files.monitors()).containsExactly("../x", "loans");
        assertThat(stamps).containsOnlyKeys(MONTH, HOUR);
        assertThat(files.stamp("loans", MONTH)).contains(stamps.get(MONTH));
        assertThat(files.stamp("loans", HOUR)).contains(stamps.get(HOUR));
        assertThat(files.stamps("loans")).isEqualTo(stamps);

        files.write(files.reportJson("loans", MONTH), "{ }");
        assertThat(files.stamp("loans", MONTH)).isPresent().isNotEqualTo(Optional.of(stamps.get(MONTH)));
        assertThat(files.stamp("loans", HOUR)).contains(stamps.get(HOUR));
    }

    @Test
    void whereNobodyIsKeptOutOnlyOldFilesAreSettled() throws IOException {
        Path folder = Files.createDirectories(root.resolve("store/sides"));
        Files.writeString(folder.resolve("young"), "");
        Files.setLastModifiedTime(
                Files.writeString(folder.resolve("old"), ""),
                FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Configuration configuration = new Configuration();
        configuration.set("fs.viewfs.mounttable.lake.link./here", root.toUri().toString());

        StoreFiles remote = new StoreFiles(URI.create("viewfs://lake/here/store"), configuration);
        StoreFiles local = new StoreFiles(root.resolve("store").toUri(), configuration);

        assertThat(remote.settled(URI.create("viewfs://lake/here/store/sides"), Duration.ofHours(1)))
                .containsExactly("old");
        assertThat(local.settled(folder.toUri(), Duration.ofHours(1))).containsExactly("old", "young");
        assertThat(local.settled(root.resolve("nowhere").toUri(), Duration.ofHours(1)))
                .isEmpty();
    }

    @Test
    void hostileNamesStayInTheirFolderAndApart() {
        assertThat(FileNames.of("a_b.c-9")).isEqualTo("a_b.c-9");
        assertThat(FileNames.of("../x")).isEqualTo("=2E.=2Fx");
        assertThat(FileNames.of("_hidden")).isEqualTo("=5Fhidden");
        assertThat(FileNames.of("ı")).isEqualTo("=C4=B1");
        assertThat(FileNames.of("a=b")).isNotEqualTo(FileNames.of("a=3Db")).isNotEqualTo(FileNames.of("a b"));
    }
}
