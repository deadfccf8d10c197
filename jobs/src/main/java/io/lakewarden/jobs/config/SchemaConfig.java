package io.lakewarden.jobs.config;

import java.util.Objects;
import java.util.Optional;

/**
 * What the data's columns are held against.
 *
 * @param file {@code schema}: the schema file
 * @param environment {@code schema_environment}: which of its environments the current data comes from
 */
public record SchemaConfig(String file, Optional<String> environment) {
    public SchemaConfig {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(environment, "environment");
    }
}
