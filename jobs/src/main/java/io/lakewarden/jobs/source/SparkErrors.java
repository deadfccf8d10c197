package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.UserException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;

/** Spark's errors as a user's: the sentence that helps, without class names, plans and traces. */
final class SparkErrors {
    private SparkErrors() {}

    /**
     * Does something that Spark may refuse because of what the user asked for.
     *
     * @param context what begins the message, such as the place in the monitor file and the value there
     */
    static <T> T explained(String context, Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Scala throws AnalysisException without declaring it, so Java cannot catch it by name.
            if (e instanceof AnalysisException) {
                throw new UserException(context + ": " + brief(e), e);
            }
            throw new IllegalStateException(context, e);
        }
    }

    /** The first paragraph of a message, on one line, without the error class and the position in the text. */
    static String brief(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        String firstParagraph = Arrays.stream(message.strip().split("\n", -1))
                .takeWhile(line -> !line.isBlank() && !line.startsWith("== SQL") && !line.startsWith("'"))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return firstParagraph
                .replaceFirst("^\\[[A-Z0-9_.]+] ", "")
                .replaceFirst("; ?line \\d+ pos \\d+;?$", "")
                .replaceFirst("\\(line \\d+, pos \\d+\\)$", "")
                .strip();
    }
}
