package io.lakewarden.jobs.source;

import io.lakewarden.jobs.config.JdbcConfig;
import io.lakewarden.jobs.config.UserException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;

/** A database behind its driver, for the few questions that come before the rows. */
final class JdbcDatabase {
    private static final String HOW_TO_ADD =
            "; add its jar with --jars of spark-submit, or in the variable LAKEWARDEN_JARS for bin/lakewarden";

    /** By the beginning of a URL, the driver's class and the artifact that has it. */
    private static final Map<String, String> KNOWN = Map.of(
            "jdbc:postgresql:", "org.postgresql.Driver, in org.postgresql:postgresql",
            "jdbc:mysql:", "com.mysql.cj.jdbc.Driver, in com.mysql:mysql-connector-j",
            "jdbc:mariadb:", "org.mariadb.jdbc.Driver, in org.mariadb.jdbc:mariadb-java-client",
            "jdbc:sqlserver:", "com.microsoft.sqlserver.jdbc.SQLServerDriver, in com.microsoft.sqlserver:mssql-jdbc",
            "jdbc:oracle:", "oracle.jdbc.OracleDriver, in com.oracle.database.jdbc:ojdbc11",
            "jdbc:h2:", "org.h2.Driver, in com.h2database:h2");

    private final JdbcConfig config;
    private final Driver driver;

    private JdbcDatabase(JdbcConfig config, Driver driver) {
        this.config = config;
        this.driver = driver;
    }

    /** A question over one connection. */
    @FunctionalInterface
    interface Question<T> {
        T over(Connection connection) throws SQLException;
    }

    /**
     * Finds the driver; nothing is asked of the database yet.
     *
     * @throws UserException if there is none
     */
    static JdbcDatabase of(JdbcConfig config) {
        // What --jars brings is seen by the thread's class loader, not by that of this class's jar.
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return new JdbcDatabase(
                config,
                config.driver().map(name -> named(name, loader)).orElseGet(() -> knowing(config.url(), loader)));
    }

    private static Driver named(String name, ClassLoader loader) {
        try {
            Object made =
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
            if (made instanceof Driver driver) {
                return driver;
            }
            throw new UserException("source.driver: the class " + name + " is no JDBC driver");
        } catch (ReflectiveOperationException e) {
            throw new UserException("source.driver: there is no class " + name + " on the class path" + HOW_TO_ADD, e);
        }
    }

    private static Driver knowing(String url, ClassLoader loader) {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (accepts(driver, url)) {
                return driver;
            }
        }
        String scheme = url.replaceFirst("^(jdbc:[^:]*:).*", "$1");
        throw new UserException("source.url: no JDBC driver on the class path knows such a " + scheme + " URL"
                + (KNOWN.containsKey(scheme) ? " (wanted: " + KNOWN.get(scheme) + ")" : "") + HOW_TO_ADD);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    String driverClass() {
        return driver.getClass().getName();
    }

    /**
     * Asks a question.
     *
     * @param asked the question in words, as an infinitive
     */
    <T> T ask(String asked, Question<T> question) {
        try (Connection connection = driver.connect(config.url(), properties())) {
            if (connection == null) {
                throw new UserException(
                        "source.url: the driver " + driverClass() + " does not know such a URL: " + config.place());
            }
            return question.over(connection);
        } catch (SQLException e) {
            throw JdbcErrors.explained(config, asked, e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        config.user().ifPresent(user -> properties.setProperty("user", user));
        config.password().ifPresent(password -> properties.setProperty("password", password));
        return properties;
    }
}
