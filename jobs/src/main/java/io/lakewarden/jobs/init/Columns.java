package io.lakewarden.jobs.init;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.jobs.source.ColumnHint;
import io.lakewarden.spark.profile.ColumnPath;
import java.util.List;
import java.util.stream.Collectors;

/** Finds columns by their names, and names them where they are used. */
final class Columns {
    private Columns() {}

    /**
     * The column that an option names, by its name or its path.
     *
     * @throws UserException if there is none
     */
    static ColumnGuess named(List<ColumnGuess> columns, String wanted, String option) {
        return columns.stream()
                .filter(column -> column.path().equals(wanted))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.name().equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new UserException(option + ": there is no column '" + wanted + "'"
                        + ColumnHint.of(
                                wanted, columns.stream().map(ColumnGuess::name).toList())));
    }

    /** Whether a list in a monitor file can name the column: a blank is no name, and a placeholder would be looked up. */
    static boolean isListable(ColumnGuess column) {
        return !column.path().isBlank() && !column.path().contains("${");
    }

    /** The column in Spark SQL. */
    static String sql(ColumnGuess column) {
        return ColumnPath.names(column.path()).stream()
                .map(name -> "`" + name.replace("`", "``") + "`")
                .collect(Collectors.joining("."));
    }
}
