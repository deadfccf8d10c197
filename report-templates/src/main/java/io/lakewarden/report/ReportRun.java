package io.lakewarden.report;

import java.time.Instant;
import java.util.Objects;

/**
 * Another run of the same window.
 *
 * @param runId its id
 * @param generatedAt when its report was made
 */
public record ReportRun(String runId, Instant generatedAt) {
    public ReportRun {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(generatedAt, "generatedAt");
    }
}
