package io.lakewarden.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own: its streams and the exit code that a shell sees. */
class LakewardenProcessTest {
    @TempDir
    private Path folder;

    @Test
    void helpIsAResult() throws Exception {
        Ended help = lakewarden("run", "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: lakewarden run", "Examples:");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void aWrongKeyIsNamedWithItsPlaceAndTheNearestOne() throws Exception {
        Path file = Files.writeString(
                folder.resolve("wrong.yaml"),
                "monitor: m\nsource: {format: csv, path: x}\nreference: {where: a}\nfailon: warn\n");

        Ended check = lakewarden("config", "check", "-c", file.getFileName().toString());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).isEqualTo("wrong.yaml:4:1: unknown key 'failon'; did you mean 'fail_on'?\n");
        assertThat(check.out()).isEmpty();
    }

    @Test
    void aWrongCommandIsNamedWithTheNearestOne() throws Exception {
        Ended wrong = lakewarden("dmeo");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err().lines())
                .containsExactly(
                        "lakewarden: unknown command 'dmeo'; did you mean 'demo'?", "See 'lakewarden --help'.");
    }

    @Test
    void anotherJavaIsRefusedInOneLine() {
        assertThat(Lakewarden.refusal("21", "/opt/jdk-21"))
                .isEqualTo(
                        "lakewarden: this is Java 21 (/opt/jdk-21), but Lakewarden runs on Java 17; set JAVA_HOME to a"
                                + " JDK 17.");
        assertThat(Lakewarden.refusal("17", "/opt/jdk-17")).isEmpty();
    }

    @Test
    void withoutSparkItSaysHowToBeStarted() throws Exception {
        String withoutSpark = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("spark-"))
                .collect(Collectors.joining(File.pathSeparator));

        Ended alone = lakewarden(withoutSpark, List.of("run", "-c", "some.yaml"));

        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(alone.err().lines())
                .singleElement()
                .asString()
                .contains("no Spark", "spark-submit", "bin/lakewarden");
    }

    @Test
    void whatFailsInATaskIsToldInOneLine() throws Exception {
        Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
        Files.writeString(
                folder.resolve("table.yaml"),
                "monitor: m\nsource: {format: parquet, path: table.csv}\nreference: {where: a > 0}\n");

        Ended run = lakewarden("run", "-c", "table.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("table.csv cannot be read as Parquet: ", "not a Parquet file");
        assertThat(run.out()).isEmpty();
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended lakewarden(String... arguments) throws IOException, InterruptedException {
        return lakewarden(System.getProperty("java.class.path"), List.of(arguments));
    }

    private Ended lakewarden(String classPath, List<String> arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens"))
                .forEach(command::add);
        command.add("-Dlog4j2.configurationFile=lakewarden-log4j2.properties");
        command.addAll(List.of("-cp", classPath, Lakewarden.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        int exitCode = builder.start().waitFor();
        return new Ended(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
