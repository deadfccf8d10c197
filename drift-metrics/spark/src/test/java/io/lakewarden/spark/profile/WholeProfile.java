package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.profile.ProfileDetail;
import io.lakewarden.result.Window;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The full profile of all rows of a table as one group. */
public final class WholeProfile {
    private WholeProfile() {}

    /** Of all columns, each read as its type says. */
    public static DatasetProfile of(Dataset<Row> rows, Window label) {
        return of(rows, DatasetColumns.of(rows.schema(), Set.of(), Set.of()), label);
    }

    /** Of some columns. */
    public static DatasetProfile of(Dataset<Row> rows, List<ColumnSpec> columns, Window label) {
        return DatasetProfiler.profile(rows, columns, ProfileGroups.all(label, ProfileDetail.FULL))
                .profiles()
                .get(0);
    }
}
