package io.lakewarden.report;

import io.lakewarden.result.Status;
import java.util.Objects;

/**
 * A column that moved beyond a limit in one slice.
 *
 * @param name its path
 * @param status its status in the slice
 * @param statusOfAllRows its status in all rows of the window
 * @param sentence what happened in the slice
 */
public record ReportSliceColumn(String name, Status status, Status statusOfAllRows, String sentence) {
    public ReportSliceColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(statusOfAllRows, "statusOfAllRows");
        Objects.requireNonNull(sentence, "sentence");
    }
}
