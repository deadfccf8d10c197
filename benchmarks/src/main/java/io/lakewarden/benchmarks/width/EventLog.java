package io.lakewarden.benchmarks.width;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Spark's event log says that the executor did for one program.
 *
 * @param jobs how many there were
 * @param tasks that succeeded
 * @param failures tasks that did not
 * @param largestResult bytes of the largest result of a task
 * @param largestJob bytes of the results of one job's tasks together, which {@code spark.driver.maxResultSize} bounds
 * @param shuffled bytes that were written for other tasks
 * @param taskSeconds that tasks took together
 * @param collectorSeconds of those, in which the collector ran
 */
record EventLog(
        int jobs,
        int tasks,
        int failures,
        long largestResult,
        long largestJob,
        long shuffled,
        double taskSeconds,
        double collectorSeconds) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the log that one program left in a folder of its own. */
    static EventLog in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> logs = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
            if (logs.size() != 1) {
                throw new IOException("expected one event log in " + folder + ", but got " + logs.size());
            }
            return read(logs.get(0));
        }
    }

    private static EventLog read(Path log) throws IOException {
        List<JsonNode> ended = new ArrayList<>();
        Map<Integer, Integer> jobOfStage = new HashMap<>();
        int jobs = 0;
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{\"Event\":\"SparkListenerJobStart\"")) {
                    JsonNode job = JSON.readTree(line);
                    job.path("Stage IDs")
                            .forEach(stage -> jobOfStage.put(
                                    stage.asInt(), job.path("Job ID").asInt()));
                    jobs++;
                } else if (line.startsWith("{\"Event\":\"SparkListenerTaskEnd\"")) {
                    ended.add(JSON.readTree(line));
                }
            }
        }
        return of(jobs, jobOfStage, ended);
    }

    private static EventLog of(int jobs, Map<Integer, Integer> jobOfStage, List<JsonNode> ended) {
        List<JsonNode> succeeded = ended.stream()
                .filter(task -> task.at("/Task End Reason/Reason").asText().equals("Success"))
                .toList();
        Map<Integer, Long> results = new HashMap<>();
        succeeded.forEach(task -> results.merge(
                jobOfStage.getOrDefault(task.path("Stage ID").asInt(), -1), metric(task, "Result Size"), Long::sum));
        return new EventLog(
                jobs,
                succeeded.size(),
                ended.size() - succeeded.size(),
                succeeded.stream()
                        .mapToLong(task -> metric(task, "Result Size"))
                        .max()
                        .orElse(0),
                results.values().stream().mapToLong(Long::longValue).max().orElse(0),
                succeeded.stream()
                        .mapToLong(task -> task.at("/Task Metrics/Shuffle Write Metrics/Shuffle Bytes Written")
                                .asLong())
                        .sum(),
                succeeded.stream()
                                .mapToLong(task -> metric(task, "Executor Run Time"))
                                .sum()
                        / 1e3,
                succeeded.stream()
                                .mapToLong(task -> metric(task, "JVM GC Time"))
                                .sum()
                        / 1e3);
    }

    private static long metric(JsonNode task, String name) {
        return task.path("Task Metrics").path(name).asLong();
    }
}
