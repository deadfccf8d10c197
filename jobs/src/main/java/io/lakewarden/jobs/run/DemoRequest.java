package io.lakewarden.jobs.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What {@code lakewarden demo} is asked for.
 *
 * @param output folder for the generated table, the store and the reports
 * @param seed seed of the generated data; the same seed gives the same data
 */
public record DemoRequest(Path output, long seed) {
    /** The seed where none is given. */
    public static final long DEFAULT_SEED = 2;

    public DemoRequest {
        Objects.requireNonNull(output, "output");
    }
}
