package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.JdbcConfig;
import java.util.Objects;
import java.util.Optional;

/**
 * A table of a database to look at.
 *
 * @param connection the database and the table
 * @param passwordVariable the environment variable that the password came from, for the monitor file
 */
public record InitDatabase(JdbcConfig connection, Optional<String> passwordVariable) {
    public InitDatabase {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(passwordVariable, "passwordVariable");
    }
}
