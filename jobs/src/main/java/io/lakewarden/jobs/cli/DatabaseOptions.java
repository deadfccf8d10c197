package io.lakewarden.jobs.cli;

import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.JdbcRows;
import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.init.InitDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How a table of a database is reached, where that is the data. */
final class DatabaseOptions {
    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "The table to read where DATA is a jdbc: URL, such as public.trips.")
    private String table;

    @Option(names = "--user", paramLabel = "NAME", description = "Who reads it.")
    private String user;

    @Option(
            names = "--password-variable",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds the password.")
    private String passwordVariable;

    @Option(
            names = "--driver",
            paramLabel = "CLASS",
            description = "The class of the JDBC driver. Default: the one that knows the URL.")
    private String driver;

    /** The database; empty where the data is something else. */
    Optional<InitDatabase> database(String data, Map<String, String> environment) {
        if (!data.startsWith("jdbc:")) {
            if (Stream.of(table, user, passwordVariable, driver).anyMatch(option -> option != null)) {
                throw new UserException(
                        "--table, --user, --password-variable and --driver are for data at a jdbc: URL, but" + " '"
                                + data + "' is none");
            }
            return Optional.empty();
        }
        if (table == null) {
            throw new UserException("--table: say which table of the database to read, such as public.trips");
        }
        return Optional.of(new InitDatabase(
                new JdbcConfig(
                        url(data),
                        new JdbcRows.Table(table),
                        Optional.ofNullable(user),
                        password(environment),
                        Optional.ofNullable(driver),
                        Optional.empty()),
                Optional.ofNullable(passwordVariable)));
    }

    private static String url(String data) {
        try {
            return JdbcConfig.checkedUrl(data);
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage(), e);
        }
    }

    private Optional<String> password(Map<String, String> environment) {
        if (passwordVariable == null) {
            return Optional.empty();
        }
        String password = environment.getOrDefault(passwordVariable, "");
        if (password.isEmpty() || !passwordVariable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new UserException(
                    "--password-variable: the environment variable '" + passwordVariable + "' is not set");
        }
        return Optional.of(password);
    }
}
