package io.lakewarden.jobs.config;

import java.util.List;
import java.util.Objects;

/**
 * Where rows go once rules have told the right from the wrong: {@code quarantine}.
 *
 * @param path {@code path}: folder or URI of the Delta table that holds them; {@code quarantine/MONITOR} in the store by
 *     default
 * @param key {@code key}: the paths of the columns that name a row
 * @param publish {@code publish}: when right rows count as clean
 */
public record QuarantineConfig(String path, List<String> key, Publish publish) {
    public QuarantineConfig {
        Objects.requireNonNull(path, "path");
        key = List.copyOf(key);
        Objects.requireNonNull(publish, "publish");
    }
}
