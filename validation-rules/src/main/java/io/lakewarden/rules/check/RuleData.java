package io.lakewarden.rules.check;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows that rules look at, and what they look at beside them. */
public final class RuleData {
    private final Dataset<Row> rows;
    private final Instant end;
    private final OtherTables tables;
    private final Optional<DatasetProfile> reference;

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

    public Dataset<Row> rows() {
        return rows;
    }

    /** The same rows with more columns. */
    public RuleData with(Dataset<Row> wider) {
        return new RuleData(wider, end, tables, reference);
    }

    Instant end() {
        return end;
    }

    OtherTables tables() {
        return tables;
    }

    DatasetProfile reference() {
        return reference.orElseThrow(() -> new RuleException("there is no reference to compare with"));
    }

    /** A column of a dataset. */
    static ResolvedColumn find(Dataset<Row> data, String path, String where) {
        return ResolvedColumn.find(data, path)
                .orElseThrow(() -> new RuleException(
                        "there is no column '" + path + "' in " + where + ColumnHints.of(path, data.schema())));
    }
}
