package io.lakewarden.jobs.config;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a database is reached, and what is read from it: the keys of {@code source} where its format is {@code jdbc}.
 *
 * @param url {@code url}: a JDBC URL, which holds no password
 * @param rows {@code table} or {@code query}
 * @param user {@code user}: who reads
 * @param password {@code password}: never in the file, always from the environment
 * @param driver {@code driver}: the class of the JDBC driver; the one on the class path that knows the URL where absent
 * @param partition {@code partition}: how reading is divided among tasks; one task where absent
 */
public record JdbcConfig(
        String url,
        JdbcRows rows,
        Optional<String> user,
        Optional<String> password,
        Optional<String> driver,
        Optional<JdbcPartition> partition) {
    private static final Pattern PASSWORD =
            Pattern.compile("(?is).*([?&;](password|pwd|pass)=|//[^/@]*:[^/@]*@|:thin:[^@/]+/[^@]*@).*");

    public JdbcConfig {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(partition, "partition");
    }

    /**
     * The URL, where it is one and holds no password.
     *
     * @throws IllegalArgumentException with one sentence that says what was expected
     */
    public static String checkedUrl(String text) {
        if (!text.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no JDBC URL; expected one such as jdbc:postgresql://host/database");
        }
        if (PASSWORD.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "the URL holds a password, which would be printed and stored with it; name"
                            + " the user apart, and keep the password in a variable of the environment");
        }
        return text;
    }

    /** The database without the parameters of the connection, for people. */
    public String place() {
        return url.replaceFirst("(?s)[?;].*", "");
    }

    /** Rows of the database, for people. */
    public String description(JdbcRows some) {
        return some.described() + " at " + place() + ", which keeps no versions";
    }

    /** Names the rows alone: who reads them and how makes no other source, and a password stands nowhere. */
    @Override
    public String toString() {
        return "JdbcConfig[url=" + url + ", rows=" + rows + "]";
    }
}
