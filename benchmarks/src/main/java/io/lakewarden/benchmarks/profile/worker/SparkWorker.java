package io.lakewarden.benchmarks.profile.worker;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lakewarden.benchmarks.profile.accuracy.AccuracyCheck;
import io.lakewarden.benchmarks.profile.table.TableSize;
import io.lakewarden.profile.DatasetProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The process of one competitor: {@code competitor folder rows columns}. Takes {@code run} and, of ours,
 * {@code accuracy} on stdin and answers each with one line of JSON on stdout; ends with its input.
 */
public final class SparkWorker {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final PrintStream answers;
    private final LiveHeap heap = new LiveHeap();
    private Object last;

    private SparkWorker(PrintStream answers) {
        this.answers = answers;
    }

    /** Loads, says so, and serves. */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        // Whoever prints from now on does not write into the answers.
        System.setOut(System.err);
        TableSize size = new TableSize(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
        try (SparkSession session = Sessions.start()) {
            Task task = Tasks.of(arguments[0], session, Path.of(arguments[1]));
            new SparkWorker(answers).serve(task, size, session.version());
        }
    }

    private void serve(Task task, TableSize size, String version) throws IOException {
        answer(Map.of("version", version));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            try {
                answer(command.equals("accuracy") ? accuracy(size) : timed(task));
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                e.printStackTrace();
                answer(Map.of("error", firstLine(e)));
            }
        }
    }

    private Map<String, Object> timed(Task task) {
        last = null;
        long start = System.nanoTime();
        last = task.run();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("seconds", (System.nanoTime() - start) / 1e9);
        answer.put("live_heap_mib", heap.mebibytes());
        return answer;
    }

    private Object accuracy(TableSize size) {
        return AccuracyCheck.check((DatasetProfile) last, size);
    }

    private void answer(Object answer) throws IOException {
        answers.println(JSON.writeValueAsString(answer));
        answers.flush();
    }

    private static String firstLine(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : ": " + root.getMessage().lines().findFirst().orElse("");
        return root.getClass().getSimpleName() + message;
    }
}
