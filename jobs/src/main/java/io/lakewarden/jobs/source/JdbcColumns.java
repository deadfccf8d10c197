package io.lakewarden.jobs.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a table as its database has them.
 *
 * @param names in their order
 * @param quote what stands around a name in SQL
 */
record JdbcColumns(List<String> names, String quote) {
    JdbcColumns {
        names = List.copyOf(names);
    }

    /**
     * Asks the database.
     *
     * @param relation what stands in SQL behind FROM
     */
    static JdbcColumns of(Connection connection, String relation) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + relation + " WHERE 1 = 0")) {
            ResultSetMetaData columns = none.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnLabel(i));
            }
            return new JdbcColumns(names, quote == null ? "" : quote.strip());
        }
    }

    /** The name that a column has on its way through Spark. */
    static String number(int position) {
        return "c" + position;
    }

    String quoted(String name) {
        return quote + (quote.isEmpty() ? name : name.replace(quote, quote + quote)) + quote;
    }

    /** All columns under their numbers, for a select list. */
    String numbered() {
        return IntStream.range(0, names.size())
                .mapToObj(i -> quoted(names.get(i)) + " AS " + quoted(number(i)))
                .collect(Collectors.joining(", "));
    }
}
