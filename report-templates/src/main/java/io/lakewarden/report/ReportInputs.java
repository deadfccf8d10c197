package io.lakewarden.report;

import java.util.Objects;
import java.util.Optional;

/**
 * Which data was held against which.
 *
 * @param current the window's data
 * @param reference what it was held against; absent where the run only profiled
 * @param sampling what was left out, in one sentence; absent where every row was read
 */
public record ReportInputs(DatasetInput current, Optional<DatasetInput> reference, Optional<String> sampling) {
    public ReportInputs {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(sampling, "sampling");
    }
}
