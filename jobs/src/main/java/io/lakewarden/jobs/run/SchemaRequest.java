package io.lakewarden.jobs.run;

import io.lakewarden.jobs.config.MonitorConfig;
import io.lakewarden.result.Window;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code infer-schema} is asked for.
 *
 * @param config the monitor
 * @param range the time to learn from; the reference where absent
 * @param store folder or URI of stored profiles
 * @param file the schema file to write or to bring up to date
 * @param action what to do with it
 * @param mostFolds into how many folds the data are divided at most, at least 1
 * @param mostValues how many values a domain may have
 */
public record SchemaRequest(
        MonitorConfig config,
        Optional<Window> range,
        String store,
        Path file,
        Action action,
        int mostFolds,
        int mostValues) {
    /** What becomes of a schema file. */
    public enum Action {
        /** Write it; refuse where it is there. */
        CREATE,
        /** Write it, whatever is there. */
        REPLACE,
        /** Say how it would be relaxed. */
        PREVIEW_RELAXED,
        /** Say how it would be relaxed and tightened. */
        PREVIEW_TIGHTENED,
        /** Relax it. */
        RELAX,
        /** Relax and tighten it. */
        TIGHTEN;

        /** Whether the file is written. */
        public boolean writes() {
            return this != PREVIEW_RELAXED && this != PREVIEW_TIGHTENED;
        }

        /** Whether the file is there and keeps what people wrote. */
        public boolean updates() {
            return this != CREATE && this != REPLACE;
        }

        boolean tightens() {
            return this == TIGHTEN || this == PREVIEW_TIGHTENED;
        }
    }

    public SchemaRequest {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(action, "action");
        if (mostFolds < 1 || mostValues < 1) {
            throw new IllegalArgumentException(
                    "at least one fold and one value, but got " + mostFolds + " and " + mostValues);
        }
    }
}
