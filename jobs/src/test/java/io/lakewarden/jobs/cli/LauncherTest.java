package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/lakewarden} starts, in a checkout of its own with a Java and a Maven that only write down their calls. */
class LauncherTest {
    /** Writes an archive where the options say so, and notes what it was asked to do with one. */
    private static final String JAVA =
            """
            if [ "$1" = -XshowSettings:properties ]; then
                echo "    java.specification.version = 17"
                exit
            fi
            archive=without
            for option in "$@"; do
                case $option in
                    -XX:SharedArchiveFile=*) archive=reads ;;
                    -XX:ArchiveClassesAtExit=*)
                        archive=writes
                        file=${option#*=}
                        ;;
                esac
                [ "${previous:-}" != io.lakewarden.jobs.cli.Lakewarden ] || command=$option
                [ "${previous:-}" != -cp ] || echo "$option" >"$CALLS.classpath"
                previous=$option
            done
            echo "java $archive $command" >>"$CALLS"
            echo "result of $command"
            [ "$command" != "${FAILING:-}" ] || exit 1
            [ -z "${file:-}" ] || { printf head && dd if=/dev/zero bs=1000000 count=60; } >"$file" 2>/dev/null
            """;

    private static final String MAVEN =
            """
            echo mvn >>"$CALLS"
            mkdir -p jobs/target/spark/jars
            echo spark >jobs/target/spark/jars/spark.jar
            echo lakewarden >jobs/target/lakewarden.jar
            """;

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void checkOut() throws IOException {
        root = folder.resolve("a checkout");
        Path launcher = Files.createDirectories(root.resolve("bin")).resolve("lakewarden");
        Files.copy(
                Path.of(System.getProperty("lakewarden.root"), "bin", "lakewarden"),
                launcher,
                StandardCopyOption.COPY_ATTRIBUTES);
        executable("java", JAVA);
        executable("mvn", MAVEN);
    }

    @Test
    void theBuildLeavesAnArchiveForTheFirstCommand() throws Exception {
        Ended first = lakewarden(Map.of(), "run");

        assertThat(first.calls()).containsExactly("mvn", "java writes demo", "java reads run");
        assertThat(first.out()).isEqualTo("result of run\n");
        assertThat(first.err().lines())
                .satisfiesExactly(
                        building -> assertThat(building).startsWith("Building Lakewarden (once"),
                        preparing -> assertThat(preparing).startsWith("Preparing quick starts (once)"));
        assertThat(target())
                .containsExactlyInAnyOrder("spark", "lakewarden.jar", archive().getName());

        Ended second = lakewarden(Map.of(), "demo");
        assertThat(second.calls()).containsExactly("java reads demo");
        assertThat(second.err()).isEmpty();
    }

    @Test
    void aCommandWithoutSparkBuildsAllOfIt() throws Exception {
        assertThat(lakewarden(Map.of(), "config").calls())
                .containsExactly("mvn", "java writes demo", "java reads config");
    }

    @Test
    void whatWasBuiltByHandGetsItsArchiveFromTheFirstCommandOnSpark() throws Exception {
        buildByHand();

        assertThat(lakewarden(Map.of(), "config").calls()).containsExactly("java without config");
        assertThat(lakewarden(Map.of(), "run").calls()).containsExactly("java writes run");
        assertThat(lakewarden(Map.of(), "run").calls()).containsExactly("java reads run");
    }

    @Test
    void anArchiveOfOtherJarsIsReplaced() throws Exception {
        lakewarden(Map.of(), "run");
        String old = archive().getName();
        Files.writeString(root.resolve("jobs/target/lakewarden.jar"), "another one, of another size");

        assertThat(lakewarden(Map.of(), "run").calls()).containsExactly("java writes run");
        assertThat(archive().getName()).isNotEqualTo(old);
    }

    @Test
    void anArchiveOfAProcessThatWasKilledIsMadeAgain() throws Exception {
        lakewarden(Map.of(), "run");
        try (RandomAccessFile file = new RandomAccessFile(archive(), "rw")) {
            file.write(new byte[4]);
        }

        assertThat(lakewarden(Map.of(), "run").calls()).containsExactly("java writes run");
    }

    @Test
    void aDemonstrationThatFailsKeepsNobodyFromWorking() throws Exception {
        Ended run = lakewarden(Map.of("FAILING", "demo"), "run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.calls()).containsExactly("mvn", "java writes demo", "java writes run");
    }

    @Test
    void withoutArchivesTheBuildIsOnlyABuild() throws Exception {
        assertThat(lakewarden(Map.of("LAKEWARDEN_CLASS_ARCHIVE", "off"), "run").calls())
                .containsExactly("mvn", "java without run");
        assertThat(lakewarden(Map.of("LAKEWARDEN_JAVA_OPTS", "-javaagent:some.jar"), "run")
                        .calls())
                .containsExactly("java without run");
    }

    @Test
    void moreJarsComeLastAndAreInNoArchive() throws Exception {
        buildByHand();

        assertThat(lakewarden(Map.of("LAKEWARDEN_JARS", "a/driver.jar:b/*"), "run")
                        .calls())
                .containsExactly("java without run");

        assertThat(folder.resolve("calls.classpath")).content().endsWith("/spark/jars/*:a/driver.jar:b/*\n");
    }

    private record Ended(int exitCode, String out, String err, List<String> calls) {}

    private Ended lakewarden(Map<String, String> environment, String... arguments) throws Exception {
        Path calls = folder.resolve("calls");
        Files.deleteIfExists(calls);
        List<String> command =
                new ArrayList<>(List.of(root.resolve("bin/lakewarden").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        Map<String, String> variables = builder.environment();
        List.of("JAVA_HOME", "SPARK_HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                .forEach(variables::remove);
        variables.put("PATH", folder + File.pathSeparator + variables.get("PATH"));
        variables.put("CALLS", calls.toString());
        variables.putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Ended(
                exitCode,
                Files.readString(folder.resolve("out")),
                Files.readString(folder.resolve("err")),
                Files.readAllLines(calls));
    }

    private void buildByHand() throws Exception {
        lakewarden(Map.of("LAKEWARDEN_CLASS_ARCHIVE", "off"), "config");
    }

    private List<String> target() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("jobs/target"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private File archive() throws IOException {
        List<String> archives =
                target().stream().filter(name -> name.endsWith(".jsa")).toList();
        assertThat(archives).hasSize(1);
        return root.resolve("jobs/target").resolve(archives.get(0)).toFile();
    }

    private void executable(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\nset -eu\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
