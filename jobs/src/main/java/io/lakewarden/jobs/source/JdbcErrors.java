package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

/** What a database refuses as what it means to the person who asked: something to put right, or a reason to try again. */
final class JdbcErrors {
    /** By the first two characters of SQLSTATE: syntax and names, data, features, and databases and schemas that are not there. */
    private static final List<String> WRONG_QUESTION = List.of("42", "22", "0A", "3D", "3F");

    private static final String WRONG_PASSWORD = "28";

    private JdbcErrors() {}

    /**
     * The exception to throw.
     *
     * @param asked what was asked of the database, such as {@code describe public.trips}
     */
    static RuntimeException explained(JdbcConfig config, String asked, SQLException error) {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        if (state.startsWith(WRONG_PASSWORD)) {
            return new UserException(
                    "source.user: " + config.place() + " does not let "
                            + config.user().map(user -> "'" + user + "'").orElse("a nameless user") + " in: "
                            + SparkErrors.brief(error) + "; check source.user and source.password",
                    error);
        }
        if (WRONG_QUESTION.stream().anyMatch(state::startsWith)) {
            return new UserException(
                    "source: " + config.place() + " cannot " + asked + ": " + SparkErrors.brief(error), error);
        }
        return new UncheckedIOException(
                config.place() + " could not be asked to " + asked, new IOException(SparkErrors.brief(error), error));
    }
}
