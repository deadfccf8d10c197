package io.lakewarden.jobs.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What {@code infer-schema} came to.
 *
 * @param file the schema file
 * @param written whether it was written
 * @param diff the changes to a file that was there, as a unified diff; empty where there were none
 * @param basis what was learned from, in one clause
 * @param columns how many columns the schema has
 * @param constraints how many constraints
 */
public record SchemaOutcome(Path file, boolean written, String diff, String basis, int columns, int constraints) {
    public SchemaOutcome {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(diff, "diff");
        Objects.requireNonNull(basis, "basis");
    }
}
