package io.lakewarden.rules.check;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.spark.profile.DatasetColumns;
import io.lakewarden.yaml.Nearest;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/** "Did you mean" for columns of a dataset. */
final class ColumnHints {
    private ColumnHints() {}

    static String of(String path, StructType schema) {
        List<String> paths = DatasetColumns.of(schema, Set.of(), Set.of()).stream()
                .map(ColumnSpec::name)
                .toList();
        if (paths.contains(path)) {
            return "; it is inside an array or a map, which the check sql looks into";
        }
        String hint = Nearest.hint(path, paths);
        return hint.isEmpty() ? "; there are " + Texts.some(paths) : hint;
    }
}
