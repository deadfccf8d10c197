package io.lakewarden.benchmarks.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A competitor in a process of its own, which takes commands line by line and answers each with a line of JSON. */
public final class WorkerProcess implements Contestant {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    /** Stands for the end of the answers, which no line does. */
    private static final String END = "\n";

    private final String competitor;
    private final Process process;
    private final Writer commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final String version;
    private ProcessUsage last = ProcessUsage.NONE;

    private WorkerProcess(String competitor, Process process, Duration limit) throws ContestantException {
        this.competitor = competitor;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::readAnswers, "answers of " + competitor);
        reader.setDaemon(true);
        reader.start();
        this.version = answer(limit).path("version").asText();
    }

    /**
     * Starts the process and waits until it has loaded.
     *
     * @param competitor the name of who it is
     * @param log where its stderr goes
     * @param limit how long it may take to load
     * @throws ContestantException if it does not come up
     */
    public static WorkerProcess start(String competitor, List<String> command, Path log, Duration limit)
            throws ContestantException {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            return new WorkerProcess(competitor, builder.start(), limit);
        } catch (IOException e) {
            throw new ContestantException("cannot be started: " + e.getMessage(), e);
        }
    }

    private void readAnswers() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(answers::add);
        } catch (IOException | UncheckedIOException e) {
            answers.add("{\"error\":\"its answers cannot be read\"}");
        }
        answers.add(END);
    }

    @Override
    public String competitor() {
        return competitor;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public JsonNode ask(String command, Duration limit) throws ContestantException {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new ContestantException("died before it was asked", e);
        }
        return answer(limit);
    }

    private JsonNode answer(Duration limit) throws ContestantException {
        String line;
        try {
            line = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                usage();
                kill();
                throw new ContestantException("stopped after " + limit.toSeconds() + " s");
            }
            if (line.equals(END)) {
                process.waitFor();
                throw new ContestantException("died with exit code " + process.exitValue());
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new ContestantException("was interrupted", e);
        }
        JsonNode answer = parse(line);
        if (answer.has("error")) {
            throw new ContestantException("failed: " + answer.get("error").asText());
        }
        return answer;
    }

    private static JsonNode parse(String line) throws ContestantException {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new ContestantException("answered what is no JSON", e);
        }
    }

    @Override
    public ProcessUsage usage() {
        ProcessUsage now = ProcessUsage.of(process.toHandle());
        // A process that is gone has no peak any more, but it had one.
        last = new ProcessUsage(Math.max(now.cpuSeconds(), last.cpuSeconds()), Math.max(now.peakMib(), last.peakMib()));
        return last;
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            // The end of its input is the end of its work.
            commands.close();
            if (!process.waitFor(FAREWELL.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
