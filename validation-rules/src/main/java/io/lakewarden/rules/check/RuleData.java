package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that rules look at, and what they look at beside them. Rules that look into another table join its keys to the
 * rows, so that the rows grow wider while rules are read against them; no row is lost or doubled.
 */
public final class RuleData {
    private final OtherTables tables;
    private final Instant end;
    private final Optional<DatasetProfile> reference;
    private Dataset<Row> rows;
    private int lookups;

    /**
     * Rows and their surroundings.
     *
     * @param end the end of the time that the rows are of: what is fresh is fresh then
     * @param tables opens other tables
     * @param reference the profile of what the rows are held against; absent where there is none
     */
    public RuleData(Dataset<Row> rows, Instant end, OtherTables tables, Optional<DatasetProfile> reference) {
        this.rows = Objects.requireNonNull(rows, "rows");
        this.end = Objects.requireNonNull(end, "end");
        this.tables = Objects.requireNonNull(tables, "tables");
        this.reference = Objects.requireNonNull(reference, "reference");
    }

    /** The rows, with all that was joined to them so far. */
    public Dataset<Row> rows() {
        return rows;
    }

    Instant end() {
        return end;
    }

    DatasetProfile reference() {
        return reference.orElseThrow(() -> new RuleException("there is no reference to compare with"));
    }

    /** For each row, whether another table has its values. */
    Column isIn(List<Column> values, OtherTable other) {
        Dataset<Row> table = tables.open(other.path(), other.format());
        String prefix = "lakewarden_lookup_" + lookups++ + "_";
        List<Column> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String path : other.columns()) {
            String name = prefix + names.size();
            names.add(name);
            keys.add(find(table, path, other.path()).column().as(name));
        }
        Dataset<Row> distinct =
                table.select(keys.toArray(Column[]::new)).distinct().withColumn(prefix + "found", lit(true));
        Column equal = lit(true);
        for (int i = 0; i < values.size(); i++) {
            equal = equal.and(values.get(i).equalTo(distinct.col(names.get(i))));
        }
        rows = rows.join(distinct, equal, "left");
        return col(prefix + "found").isNotNull();
    }

    /** A column of a dataset. */
    static ResolvedColumn find(Dataset<Row> data, String path, String where) {
        return ResolvedColumn.find(data, path)
                .orElseThrow(() -> new RuleException(
                        "there is no column '" + path + "' in " + where + ColumnHints.of(path, data.schema())));
    }
}
