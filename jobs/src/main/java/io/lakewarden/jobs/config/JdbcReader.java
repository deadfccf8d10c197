package io.lakewarden.jobs.config;

import io.lakewarden.yaml.Field;
import io.lakewarden.yaml.Section;
import java.util.List;
import java.util.Optional;

/** Reads {@link JdbcConfig} from the keys of {@code source}. */
final class JdbcReader {
    /** The keys that no other format has. */
    static final List<String> KEYS = List.of("url", "table", "query", "user", "password", "driver", "partition");

    private JdbcReader() {}

    static Optional<JdbcConfig> read(Section source) {
        Optional<String> url = source.required("url", "where the database is, such as jdbc:postgresql://host/database")
                .flatMap(
                        it -> it.parsed("a JDBC URL, such as jdbc:postgresql://host/database", JdbcConfig::checkedUrl));
        Optional<JdbcRows> rows = rows(source);
        if (source.field("table").isEmpty() && source.field("query").isEmpty()) {
            source.problem("source lacks 'table' or 'query': what to read from the database");
        }
        Optional<String> user = source.field("user").flatMap(it -> it.text("the name of a user of the database"));
        Optional<String> password = source.field("password").flatMap(Field::secret);
        Optional<String> driver = source.field("driver").flatMap(it -> it.text("the class of a JDBC driver"));
        Optional<JdbcPartition> partition = source.field("partition")
                .flatMap(it -> it.section("the keys column and count"))
                .flatMap(JdbcReader::partition);
        return url.flatMap(
                place -> rows.map(chosen -> new JdbcConfig(place, chosen, user, password, driver, partition)));
    }

    /** The keys {@code table} and {@code query} of a section. */
    static Optional<JdbcRows> rows(Section section) {
        Optional<Field> table = section.field("table");
        Optional<Field> query = section.field("query");
        if (table.isPresent() && query.isPresent()) {
            query.get()
                    .problem(
                            query.get().path() + " stands beside " + table.get().path() + "; expected one of them");
            return Optional.empty();
        }
        return table.flatMap(it -> it.text("the name of a table, such as public.trips"))
                .<JdbcRows>map(JdbcRows.Table::new)
                .or(() -> query.flatMap(it -> it.text("a SELECT statement")).map(JdbcRows.Query::new));
    }

    private static Optional<JdbcPartition> partition(Section partition) {
        Optional<String> column = partition
                .required("column", "a column of numbers, dates or timestamps")
                .flatMap(it -> it.text("the name of a column"));
        Optional<Integer> count = partition
                .required("count", "how many tasks read at once")
                .flatMap(it -> it.integer(1, JdbcPartition.MOST))
                .map(Math::toIntExact);
        partition.close();
        return column.flatMap(name -> count.map(parts -> new JdbcPartition(name, parts)));
    }
}
