package io.lakewarden.jobs.config;

import java.util.Objects;

/** What is read from a database: one of {@code table} and {@code query}. */
public sealed interface JdbcRows {
    /** For people: which table, or that it is a query. */
    String described();

    /**
     * A table or view.
     *
     * @param name {@code table}: as it stands in SQL behind FROM, such as {@code public.trips}
     */
    record Table(String name) implements JdbcRows {
        public Table {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public String described() {
            return "table " + name;
        }
    }

    /**
     * What a statement gives.
     *
     * @param sql {@code query}: a SELECT in the database's own SQL
     */
    record Query(String sql) implements JdbcRows {
        public Query {
            Objects.requireNonNull(sql, "sql");
        }

        @Override
        public String described() {
            return "a query";
        }
    }
}
