package io.lakewarden.jobs.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in memory, of its own name, with one user. It is gone when it is closed. */
public final class H2Database implements AutoCloseable {
    public static final String USER = "reader";
    public static final String PASSWORD = "hunter2 <'\"$>";

    private final String url;
    private final Connection connection;

    private H2Database(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    public static H2Database named(String name) throws SQLException {
        String url = "jdbc:h2:mem:" + name;
        return new H2Database(url, DriverManager.getConnection(url, USER, PASSWORD));
    }

    public String url() {
        return url;
    }

    public void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
