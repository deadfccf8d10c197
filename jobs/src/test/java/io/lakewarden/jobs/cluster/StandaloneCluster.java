package io.lakewarden.jobs.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Spark standalone cluster on loopback: one master and two workers, each a process of its own, run from the
 * SPARK_HOME that the build assembled.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER_URL = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    private static final int STARTUP_SECONDS = 60;
    private static final int SUBMIT_MINUTES = 5;

    private final Path sparkHome;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String url;

    private StandaloneCluster(Path sparkHome, Path folder) throws IOException {
        this.sparkHome = sparkHome;
        this.folder = folder;
        this.url = start(
                        MASTER_URL,
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0")
                .group(1);
        for (int worker = 1; worker <= 2; worker++) {
            start(
                    REGISTERED,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "2",
                    "--memory",
                    "2g",
                    "--work-dir",
                    folder.resolve("work" + worker).toString(),
                    url);
        }
    }

    static StandaloneCluster start(Path sparkHome, Path folder) throws IOException {
        return new StandaloneCluster(sparkHome, folder);
    }

    /** What a finished {@code spark-submit} printed and returned. */
    record Submission(int exitCode, String output, String errors) {}

    /** Runs {@code spark-submit --master <this cluster>} with the arguments. */
    Submission submit(String... arguments) throws IOException, InterruptedException {
        List<String> submit = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", url));
        submit.addAll(Arrays.asList(arguments));
        Path output = Files.createTempFile(folder, "submit", ".out");
        Path errors = Files.createTempFile(folder, "submit", ".err");
        Process process = command(submit)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        processes.add(process);
        if (!process.waitFor(SUBMIT_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("spark-submit did not end: " + Files.readString(errors));
        }
        return new Submission(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** What the drivers that workers started wrote to stderr. */
    String driverLogs() throws IOException {
        StringBuilder logs = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log : files.filter(file -> file.endsWith("stderr")).toList()) {
                logs.append(log).append(":\n").append(Files.readString(log));
            }
        }
        return logs.toString();
    }

    /** What Spark needs on Java 17, separated by single spaces. */
    static String jvmOptions() {
        return System.getProperty("lakewarden.spark.jvm.options").strip().replaceAll("\\s+", " ");
    }

    private ProcessBuilder command(List<String> mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.addAll(Arrays.asList(jvmOptions().split(" ", -1)));
        command.addAll(List.of("-cp", sparkHome.resolve("jars") + "/*"));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", sparkHome.toString());
        environment.put("SPARK_SCALA_VERSION", "2.12");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    private Matcher start(Pattern sign, String... mainAndArguments) throws IOException {
        Process process = command(Arrays.asList(mainAndArguments))
                .redirectErrorStream(true)
                .start();
        processes.add(process);
        CompletableFuture<Matcher> found = new CompletableFuture<>();
        Thread reader = new Thread(() -> follow(process, sign, found), "log of " + mainAndArguments[0]);
        reader.setDaemon(true);
        reader.start();
        try {
            return found.get(STARTUP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            close();
            throw new IllegalStateException(mainAndArguments[0] + " did not start", e);
        }
    }

    /** Reads the log to its end, so that the process never blocks on a full pipe. */
    private static void follow(Process process, Pattern sign, CompletableFuture<Matcher> found) {
        StringBuilder log = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = sign.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher);
                } else if (!found.isDone()) {
                    log.append(line).append('\n');
                }
            }
            found.completeExceptionally(new IllegalStateException("it ended:\n" + log));
        } catch (IOException e) {
            found.completeExceptionally(new UncheckedIOException(e));
        }
    }

    /** Stops everything that was started, children such as executors and drivers included. */
    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
