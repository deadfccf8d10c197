package io.lakewarden.benchmarks.width;

import io.lakewarden.benchmarks.profile.ProcessUsage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spark's standalone master and one worker on loopback, each a process of its own, for one executor at a time. */
final class LocalCluster implements AutoCloseable {
    private static final Pattern MASTER_URL = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    private static final int STARTUP_SECONDS = 60;
    private static final int POLL_MILLIS = 100;
    /** Heap of master and worker, which do no work themselves. */
    private static final int DAEMON_MIB = 512;

    private final WidthOptions options;
    private final List<Process> daemons = new ArrayList<>();
    private final Process worker;
    private final String url;

    private LocalCluster(WidthOptions options) throws IOException {
        this.options = options;
        try {
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
            start(
                    REGISTERED,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    Integer.toString(options.cores()),
                    "--memory",
                    options.executorMib() + "m",
                    "--work-dir",
                    options.folder().resolve("worker").toString(),
                    url);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        this.worker = daemons.get(1);
    }

    static LocalCluster start(WidthOptions options) throws IOException {
        return new LocalCluster(options);
    }

    /**
     * What a program came to.
     *
     * @param seconds from the start of its process to the end
     * @param driverMib the most memory of the driver that was resident
     * @param executorMib the same of the executor
     */
    record Submission(int exitCode, double seconds, long driverMib, long executorMib) {}

    /**
     * Runs {@code spark-submit} in client mode, and watches driver and executor.
     *
     * @param output where its stdout goes
     * @param log where its stderr goes
     * @param driverOptions options of the driver's Java
     */
    Submission submit(Path output, Path log, List<String> driverOptions, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> submit = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", url));
        submit.addAll(arguments);
        long start = System.nanoTime();
        Process driver = builder(options.driverMib(), driverOptions, submit)
                .redirectOutput(output.toFile())
                .redirectError(log.toFile())
                .start();
        daemons.add(driver);
        long driverMib = 0;
        long executorMib = 0;
        do {
            driverMib =
                    Math.max(driverMib, ProcessUsage.alone(driver.toHandle()).peakMib());
            executorMib = Math.max(
                    executorMib,
                    worker.children()
                            .map(ProcessUsage::alone)
                            .mapToLong(ProcessUsage::peakMib)
                            .max()
                            .orElse(0));
        } while (!driver.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        return new Submission(driver.exitValue(), (System.nanoTime() - start) / 1e9, driverMib, executorMib);
    }

    private ProcessBuilder builder(int heapMib, List<String> javaOptions, List<String> mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-Xmx") && !argument.startsWith("-agentlib"))
                .toList());
        command.add("-Xmx" + heapMib + "m");
        command.addAll(javaOptions);
        Path spark = options.target().resolve("spark");
        // The program that is submitted may be ours, which calls what is in the jar of the commands.
        command.addAll(List.of(
                "-cp",
                spark.resolve("jars") + "/*:" + options.classes() + ":"
                        + options.target().resolve("lakewarden.jar")));
        command.addAll(mainAndArguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(options.folder().toFile());
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", spark.toString());
        environment.put("SPARK_SCALA_VERSION", "2.12");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    private Matcher start(Pattern sign, String... mainAndArguments) throws IOException {
        Path log = options.folder().resolve(mainAndArguments[0].replaceAll(".*[.]", "") + ".log");
        Process process = builder(DAEMON_MIB, List.of(), List.of(mainAndArguments))
                .redirectErrorStream(true)
                .start();
        daemons.add(process);
        CompletableFuture<Matcher> found = new CompletableFuture<>();
        Thread reader = new Thread(() -> follow(process, log, sign, found), "log of " + mainAndArguments[0]);
        reader.setDaemon(true);
        reader.start();
        try {
            return found.get(STARTUP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IOException(mainAndArguments[0] + " did not start; see " + log, e);
        }
    }

    /** Copies the log to its end, so that the process never blocks on a full pipe. */
    private static void follow(Process process, Path log, Pattern sign, CompletableFuture<Matcher> found) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                var copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                copy.flush();
                Matcher matcher = sign.matcher(line);
                if (matcher.find()) {
                    found.complete(matcher);
                }
            }
            found.completeExceptionally(new IOException("it ended"));
        } catch (IOException e) {
            found.completeExceptionally(new UncheckedIOException(e));
        }
    }

    /** Stops everything that was started, executors included. */
    @Override
    public void close() {
        for (Process process : daemons) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
