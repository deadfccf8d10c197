package io.lakewarden.spark.skew;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructType;

/**
 * Joins the rows of two sources by key and counts, for every column at once, how often they tell different values: one
 * grouping by the key and one by what was found, whatever the number of columns. Only cells that do not match leave the
 * first grouping. A key that repeats on either side names no row and is left out; a null in a key joins nothing.
 */
public final class KeyedSources {
    /** Where cells are numbered by their column, this stands for the row itself. */
    private static final int ROW = -1;

    private static final int JOINED = 0;
    private static final int ONLY_THERE = 1;
    private static final int ONLY_HERE = 2;
    private static final int REPEATED = 3;
    private static final int KEYLESS = 4;
    private static final int MISSING_THERE = 1;
    private static final int MISSING_HERE = 2;
    private static final int DIFFERENT = 3;
    private static final int LONGEST_EXAMPLE = 60;
    private static final String NOTHING = "nothing";

    private final double tolerance;
    private final List<Cells> keys;
    private final List<Cells> columns = new ArrayList<>();
    private final List<String> incomparable = new ArrayList<>();
    private final Dataset<Row> there;
    private final Dataset<Row> here;

    /** The same column of both sources. */
    private record Cells(String path, ResolvedColumn there, ResolvedColumn here) {}

    private KeyedSources(
            Dataset<Row> there, Dataset<Row> here, List<String> keyNames, List<String> paths, double tolerance) {
        this.there = there;
        this.here = here;
        this.tolerance = tolerance;
        this.keys = keyNames.stream()
                .map(path -> cells(path).orElseThrow(() -> new IllegalArgumentException("both sources need the key")))
                .toList();
        paths.forEach(path -> cells(path).ifPresent(found -> {
            if (ValueMatch.isPossible(found.there().type(), found.here().type())) {
                columns.add(found);
            } else {
                incomparable.add(path);
            }
        }));
    }

    /** Why rows cannot be joined by a column; empty where they can. */
    public static Optional<String> obstacle(Dataset<Row> rows, String key) {
        Optional<ResolvedColumn> found = ResolvedColumn.find(rows, key);
        if (found.isEmpty()) {
            return Optional.of("there is no column '" + key + "'");
        }
        DataType type = found.get().type();
        return type instanceof ArrayType || type instanceof StructType || ValueMatch.holdsMap(type)
                ? Optional.of("column '" + key + "' is " + type.catalogString() + ", by which rows cannot be joined")
                : Optional.empty();
    }

    /**
     * Holds two sources against each other.
     *
     * @param there the other source
     * @param here the watched rows
     * @param key paths of the columns that name a row; both sides have them, without an {@link #obstacle}
     * @param columns paths to compare; those that one side lacks are passed over
     * @param tolerance of floating-point numbers, relative
     */
    public static RowSkew compare(
            Dataset<Row> there, Dataset<Row> here, List<String> key, List<String> columns, double tolerance) {
        return new KeyedSources(there, here, key, columns, tolerance).counted();
    }

    private Optional<Cells> cells(String path) {
        return ResolvedColumn.find(there, path)
                .flatMap(one -> ResolvedColumn.find(here, path).map(other -> new Cells(path, one, other)));
    }

    private RowSkew counted() {
        List<Column> found = new ArrayList<>();
        found.add(cell(ROW, state(), lit(""), lit(""), lit("")));
        for (int index = 0; index < columns.size(); index++) {
            found.add(mismatch(index));
        }
        List<Row> counts = pairs().select(
                        col("n_there"),
                        col("n_here"),
                        explode(when(state().equalTo(JOINED), array(found.toArray(Column[]::new)))
                                        .otherwise(array(found.get(0))))
                                .as("cell"))
                .filter(col("cell").isNotNull())
                .groupBy(col("cell.position").as("position"), col("cell.found").as("found"))
                .agg(
                        count(lit(1)),
                        sum("n_there"),
                        sum("n_here"),
                        min(col("cell.example")).as("example"))
                .collectAsList();
        return skew(counts);
    }

    /** One row for each key: how many rows each side has of it, and the cells of one of them. */
    private Dataset<Row> pairs() {
        List<Column> thereSide = new ArrayList<>();
        List<Column> hereSide = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            Cells key = keys.get(index);
            DataType common = common(key.there().type(), key.here().type());
            thereSide.add(key.there().column().cast(common).as(key(index)));
            hereSide.add(key.here().column().cast(common).as(key(index)));
        }
        Column valuesThere = values(columns.stream().map(Cells::there).toList());
        Column valuesHere = values(columns.stream().map(Cells::here).toList());
        DataType typeThere = there.select(valuesThere).schema().apply(0).dataType();
        DataType typeHere = here.select(valuesHere).schema().apply(0).dataType();
        thereSide.add(valuesThere.as("there"));
        thereSide.add(lit(null).cast(typeHere).as("here"));
        hereSide.add(lit(null).cast(typeThere).as("there"));
        hereSide.add(valuesHere.as("here"));
        Column[] byKey = IntStream.range(0, keys.size())
                .mapToObj(index -> col(key(index)))
                .toArray(Column[]::new);
        return there.select(thereSide.toArray(Column[]::new))
                .union(here.select(hereSide.toArray(Column[]::new)))
                .groupBy(byKey)
                .agg(
                        count(col("there")).as("n_there"),
                        count(col("here")).as("n_here"),
                        first(col("there"), true).as("there"),
                        first(col("here"), true).as("here"));
    }

    /** A struct that is never null, not even without columns. */
    private static Column values(List<ResolvedColumn> cells) {
        List<Column> fields = new ArrayList<>();
        fields.add(lit(true).as("row"));
        for (int index = 0; index < cells.size(); index++) {
            fields.add(cells.get(index).column().as(value(index)));
        }
        return struct(fields.toArray(Column[]::new));
    }

    private Column state() {
        Column keyless = IntStream.range(0, keys.size())
                .mapToObj(index -> col(key(index)).isNull())
                .reduce(Column::or)
                .orElseThrow();
        return when(keyless, KEYLESS)
                .when(col("n_there").gt(1).or(col("n_here").gt(1)), REPEATED)
                .when(col("n_here").equalTo(0), ONLY_THERE)
                .when(col("n_there").equalTo(0), ONLY_HERE)
                .otherwise(JOINED);
    }

    /** A cell that does not match; null where it does. */
    private Column mismatch(int index) {
        Cells cells = columns.get(index);
        Column one = col("there." + value(index));
        Column other = col("here." + value(index));
        Column code = when(one.isNull(), MISSING_THERE)
                .when(other.isNull(), MISSING_HERE)
                .otherwise(DIFFERENT);
        return when(ValueMatch.of(one, cells.there().type(), other, cells.here().type(), tolerance), lit(null))
                .otherwise(cell(index, code, keyText(), text(one, cells.there()), text(other, cells.here())));
    }

    private static Column cell(int position, Column found, Column key, Column thereText, Column hereText) {
        return struct(
                lit(position).as("position"),
                found.as("found"),
                struct(key.as("key"), thereText.as("there"), hereText.as("here"))
                        .as("example"));
    }

    private Column keyText() {
        Column[] texts = IntStream.range(0, keys.size())
                .mapToObj(index -> col(key(index)).cast(DataTypes.StringType))
                .toArray(Column[]::new);
        return substring(concat_ws(", ", texts), 1, LONGEST_EXAMPLE);
    }

    private static Column text(Column value, ResolvedColumn cell) {
        Column text = cell.type() instanceof ArrayType || cell.type() instanceof StructType
                ? to_json(value)
                : value.cast(DataTypes.StringType);
        return when(value.isNull(), NOTHING).otherwise(substring(text, 1, LONGEST_EXAMPLE));
    }

    private RowSkew skew(List<Row> counts) {
        Map<Integer, Row> states = new HashMap<>();
        Map<Integer, Map<Integer, Row>> byColumn = new HashMap<>();
        for (Row row : counts) {
            Map<Integer, Row> found =
                    row.getInt(0) == ROW ? states : byColumn.computeIfAbsent(row.getInt(0), it -> new HashMap<>());
            found.put(row.getInt(1), row);
        }
        JoinedRows rows = new JoinedRows(
                pairs(states, JOINED),
                rowsThere(states, ONLY_THERE),
                rowsHere(states, ONLY_HERE),
                rowsThere(states, REPEATED),
                rowsHere(states, REPEATED),
                rowsThere(states, KEYLESS),
                rowsHere(states, KEYLESS));
        List<FeatureSkew> features = IntStream.range(0, columns.size())
                .mapToObj(index ->
                        feature(columns.get(index).path(), rows.joined(), byColumn.getOrDefault(index, Map.of())))
                .toList();
        return new RowSkew(rows, features, incomparable);
    }

    private static FeatureSkew feature(String path, long joined, Map<Integer, Row> found) {
        return new FeatureSkew(
                path,
                joined,
                pairs(found, MISSING_THERE),
                pairs(found, MISSING_HERE),
                pairs(found, DIFFERENT),
                Optional.ofNullable(found.getOrDefault(
                                DIFFERENT, found.getOrDefault(MISSING_THERE, found.get(MISSING_HERE))))
                        .map(row -> row.getStruct(5))
                        .map(example ->
                                new SkewExample(example.getString(0), example.getString(1), example.getString(2))));
    }

    private static long pairs(Map<Integer, Row> found, int code) {
        return found.containsKey(code) ? found.get(code).getLong(2) : 0;
    }

    private static long rowsThere(Map<Integer, Row> found, int code) {
        return found.containsKey(code) ? found.get(code).getLong(3) : 0;
    }

    private static long rowsHere(Map<Integer, Row> found, int code) {
        return found.containsKey(code) ? found.get(code).getLong(4) : 0;
    }

    /** Whole numbers of any width name the same row, and so does what is written the same. */
    private static DataType common(DataType there, DataType here) {
        if (there.sameType(here)) {
            return there;
        }
        return isWhole(there) && isWhole(here) ? DataTypes.LongType : DataTypes.StringType;
    }

    private static boolean isWhole(DataType type) {
        return type instanceof LongType
                || type instanceof IntegerType
                || type instanceof ShortType
                || type instanceof ByteType;
    }

    private static String key(int index) {
        return "key_" + index;
    }

    private static String value(int index) {
        return "value_" + index;
    }
}
