package io.lakewarden.rules.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.rules.sql.SqlGuard;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/**
 * What one rule looks at: the rows, or those of them that its {@code where} chooses. A rule that looks into another table
 * joins its keys to the rows; no row is lost or doubled by that.
 */
public final class RuleScope {
    private final RuleData data;
    private final Optional<Column> where;
    private Dataset<Row> dataset;

    /**
     * The scope of a rule.
     *
     * @param where its predicate; absent for all rows
     * @throws RuleException if the predicate is none, or is not allowed
     */
    public RuleScope(RuleData data, Optional<String> where) {
        this.data = data;
        this.dataset = data.rows();
        this.where = where.map(predicate -> coalesce(predicate(predicate), lit(false)));
    }

    /** A column of the rows. */
    ResolvedColumn column(String path) {
        return RuleData.find(data.rows(), path, "the data");
    }

    /** A column of numbers. */
    Column number(String path) {
        ResolvedColumn column = column(path);
        if (!(column.type() instanceof NumericType)) {
            throw new RuleException("'" + path + "' is " + column.type().simpleString() + ", but numbers are needed");
        }
        return column.column();
    }

    /** A column of texts. */
    Column text(String path) {
        ResolvedColumn column = column(path);
        if (!(column.type() instanceof StringType)) {
            throw new RuleException("'" + path + "' is " + column.type().simpleString() + ", but texts are needed");
        }
        return column.column();
    }

    /** A value that is null in rows outside the scope. */
    Column inScope(Column value) {
        return where.map(it -> when(it, value)).orElse(value);
    }

    /** The rows of the scope; absent for all. */
    Optional<Column> rows() {
        return where;
    }

    /** The rows of the scope that have all of the values. */
    Optional<Column> rowsWith(List<Column> values) {
        Column present =
                values.stream().map(Column::isNotNull).reduce(Column::and).orElseThrow();
        return Optional.of(where.map(it -> it.and(present)).orElse(present));
    }

    /** A user's predicate, which may be null for a row. */
    Column predicate(String sql) {
        return guarded(() -> SqlGuard.predicate(data.rows(), sql));
    }

    /** A user's aggregate. */
    Column aggregate(String sql) {
        return guarded(() -> SqlGuard.aggregate(data.rows(), sql));
    }

    private static Column guarded(Supplier<Column> sql) {
        try {
            return sql.get();
        } catch (SqlGuard.Refused e) {
            throw new RuleException(e.getMessage());
        }
    }

    /** For each row, whether another table has its values. */
    Column isIn(List<Column> values, OtherTable other) {
        Dataset<Row> table = data.tables().open(other.path(), other.format());
        String prefix = "lakewarden_lookup_" + dataset.columns().length + "_";
        List<Column> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String path : other.columns()) {
            String name = prefix + names.size();
            names.add(name);
            keys.add(RuleData.find(table, path, other.path()).column().as(name));
        }
        Dataset<Row> distinct =
                table.select(keys.toArray(Column[]::new)).distinct().withColumn(prefix + "found", lit(true));
        Column equal = lit(true);
        for (int i = 0; i < values.size(); i++) {
            equal = equal.and(values.get(i).equalTo(distinct.col(names.get(i))));
        }
        dataset = dataset.join(distinct, equal, "left");
        return col(prefix + "found").isNotNull();
    }

    /** All rows, with what was joined to them; the very rows of the data where nothing was. */
    public Dataset<Row> dataset() {
        return dataset;
    }

    /** The end of the time that the rows are of. */
    Instant end() {
        return data.end();
    }

    /** The profile of what the rows are held against. */
    DatasetProfile reference() {
        return data.reference();
    }
}
