package io.lakewarden.benchmarks.profile.worker;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the process of a competitor does: takes {@code run}, and questions about what that gave, on stdin and answers each
 * with one line of JSON on stdout; ends with its input.
 */
public final class Serving {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final PrintStream answers;
    private final Task task;
    private final Map<String, Question> questions;
    private final LiveHeap heap = new LiveHeap();
    private Object last;

    private Serving(PrintStream answers, Task task, Map<String, Question> questions) {
        this.answers = answers;
        this.task = task;
        this.questions = questions;
    }

    /** Something to be told of the result of a run. */
    @FunctionalInterface
    public interface Question {
        /** The answer, to be written as JSON. */
        Object answer(Object result) throws Exception;
    }

    /** Stdout for answers alone: whoever prints from now on does not write into them. */
    public static PrintStream answers() {
        PrintStream answers = System.out;
        System.setOut(System.err);
        return answers;
    }

    /**
     * Says that it has loaded, and serves.
     *
     * @param answers where they go
     * @param version of what the task runs on
     * @param questions by their commands
     */
    public static void serve(PrintStream answers, Task task, String version, Map<String, Question> questions)
            throws IOException {
        Serving serving = new Serving(answers, task, questions);
        serving.answer(Map.of("version", version));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            serving.serve(command);
        }
    }

    private void serve(String command) throws IOException {
        try {
            Question question = questions.get(command);
            answer(question == null ? timed() : question.answer(last));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            e.printStackTrace();
            answer(Map.of("error", firstLine(e)));
        }
    }

    private Map<String, Object> timed() throws Exception {
        last = null;
        long start = System.nanoTime();
        last = task.run();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("seconds", (System.nanoTime() - start) / 1e9);
        answer.put("live_heap_mib", heap.mebibytes());
        return answer;
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
