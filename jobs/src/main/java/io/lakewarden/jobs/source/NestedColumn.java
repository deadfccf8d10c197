package io.lakewarden.jobs.source;

import io.lakewarden.spark.profile.ColumnPath;
import java.util.List;
import org.apache.spark.sql.Column;

/** Puts a new value in the place of a column, or of a field inside a struct. */
final class NestedColumn {
    private NestedColumn() {}

    /**
     * The top-level column with the value at the end of a path replaced; its name stays.
     *
     * @param column the top-level column
     * @param names the names of the path, that of the column first
     */
    static Column replaced(Column column, List<String> names, Column value) {
        String top = names.get(0);
        if (names.size() == 1) {
            return value.as(top);
        }
        String field = ColumnPath.of(names.get(1));
        for (String name : names.subList(2, names.size())) {
            field = ColumnPath.child(field, name);
        }
        return column.withField(field, value).as(top);
    }
}
