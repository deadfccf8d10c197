package io.lakewarden.jobs.run;

import io.lakewarden.result.Window;
import java.util.Map;
import java.util.TreeMap;

/** An increment came to something else than a full scan. Nothing was stored. */
final class IncrementMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<Window, String> sentences;

    /** What differs in each window that differs. */
    IncrementMismatchException(Map<Window, String> sentences) {
        super(String.join("\n", sentences.values()));
        this.sentences = new TreeMap<>(sentences);
    }

    Map<Window, String> sentences() {
        return sentences;
    }
}
