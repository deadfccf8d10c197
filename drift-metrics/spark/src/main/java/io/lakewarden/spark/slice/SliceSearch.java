package io.lakewarden.spark.slice;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lakewarden.drift.SliceMovement;
import io.lakewarden.drift.SliceMovement.Part;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/**
 * Counts the rows of candidate slices, and sums a number over them, in two datasets: one aggregation, in which each row
 * is counted once for each column that has a part for it and, at depth 2, once for each pair of such columns.
 */
public final class SliceSearch {
    private static final int NONE = -1;
    private static final Found ALL = new Found(NONE, NONE, NONE, NONE);
    private static final Part EMPTY = new Part(0, 0, 0, 0);

    private SliceSearch() {}

    /**
     * A slice: one part of a column, or two parts of two columns.
     *
     * @param column which of the candidates
     * @param part which part of it
     * @param otherColumn which other candidate, -1 for none
     * @param otherPart which part of that one, -1 for none
     */
    public record Found(int column, int part, int otherColumn, int otherPart) {
        /** Whether this is one part of one column. */
        public boolean isSingle() {
            return otherColumn == NONE;
        }

        /** The two parts that a pair is made of. */
        public List<Found> halves() {
            return List.of(new Found(column, part, NONE, NONE), new Found(otherColumn, otherPart, NONE, NONE));
        }
    }

    /**
     * The movement of every slice that has rows on either side.
     *
     * @param target path of a number or truth whose mean is looked at; empty for none
     * @param pairs whether pairs of parts are slices too
     */
    public static Map<Found, SliceMovement> movements(
            Dataset<Row> reference,
            Dataset<Row> current,
            List<SliceCandidates> candidates,
            Optional<String> target,
            boolean pairs) {
        Column before = when(not(col("now")), col("target"));
        Column after = when(col("now"), col("target"));
        List<Row> rows = side(reference, candidates, target, false)
                .union(side(current, candidates, target, true))
                .select(
                        col("now"),
                        col("target"),
                        explode(array(slices(candidates.size(), pairs))).as("slice"))
                .filter(col("slice").isNotNull())
                .groupBy("slice")
                .agg(
                        count(when(not(col("now")), lit(1))),
                        count(before),
                        coalesce(sum(before), lit(0.0)),
                        coalesce(sum(before.multiply(before)), lit(0.0)),
                        count(when(col("now"), lit(1))),
                        count(after),
                        coalesce(sum(after), lit(0.0)),
                        coalesce(sum(after.multiply(after)), lit(0.0)))
                .collectAsList();
        Map<Found, Part> were = new LinkedHashMap<>();
        Map<Found, Part> are = new LinkedHashMap<>();
        for (Row row : rows) {
            Row slice = row.getStruct(0);
            Found found = new Found(slice.getInt(0), slice.getInt(1), slice.getInt(2), slice.getInt(3));
            were.put(found, part(row, 1));
            are.put(found, part(row, 5));
        }
        Part allBefore = were.getOrDefault(ALL, EMPTY);
        Part allAfter = are.getOrDefault(ALL, EMPTY);
        Map<Found, SliceMovement> movements = new LinkedHashMap<>();
        were.forEach((found, part) -> {
            if (!found.equals(ALL)) {
                movements.put(found, new SliceMovement(part, are.get(found), allBefore, allAfter));
            }
        });
        return movements;
    }

    private static Part part(Row row, int first) {
        return new Part(row.getLong(first), row.getLong(first + 1), row.getDouble(first + 2), row.getDouble(first + 3));
    }

    private static Dataset<Row> side(
            Dataset<Row> rows, List<SliceCandidates> candidates, Optional<String> target, boolean now) {
        List<Column> columns = new ArrayList<>();
        columns.add(lit(now).as("now"));
        columns.add(target.flatMap(path -> ResolvedColumn.find(rows, path))
                .map(SliceSearch::number)
                .orElse(lit(null).cast(DataTypes.DoubleType))
                .as("target"));
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            columns.add(candidates
                    .get(candidate)
                    .part(rows)
                    .orElse(lit(null).cast(DataTypes.IntegerType))
                    .as(part(candidate)));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** NaN and infinities have no mean. */
    private static Column number(ResolvedColumn cell) {
        if (!(cell.type() instanceof NumericType || cell.type() instanceof BooleanType)) {
            return lit(null).cast(DataTypes.DoubleType);
        }
        Column number = cell.column().cast(DataTypes.DoubleType);
        return when(abs(number).lt(lit(Double.POSITIVE_INFINITY)), number);
    }

    private static Column[] slices(int candidates, boolean pairs) {
        List<Column> slices = new ArrayList<>();
        slices.add(slice(lit(NONE), lit(NONE), lit(NONE), lit(NONE)));
        for (int one = 0; one < candidates; one++) {
            Column part = col(part(one));
            slices.add(when(part.isNotNull(), slice(lit(one), part, lit(NONE), lit(NONE))));
            for (int other = one + 1; pairs && other < candidates; other++) {
                Column otherPart = col(part(other));
                slices.add(when(
                        part.isNotNull().and(otherPart.isNotNull()), slice(lit(one), part, lit(other), otherPart)));
            }
        }
        return slices.toArray(Column[]::new);
    }

    private static Column slice(Column column, Column part, Column otherColumn, Column otherPart) {
        return struct(column.as("column"), part.as("part"), otherColumn.as("other_column"), otherPart.as("other_part"));
    }

    private static String part(int candidate) {
        return "part_" + candidate;
    }
}
