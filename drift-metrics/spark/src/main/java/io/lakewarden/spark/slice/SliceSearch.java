package io.lakewarden.spark.slice;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lakewarden.drift.ClusteredMovement;
import io.lakewarden.drift.SliceMovement;
import io.lakewarden.drift.SliceMovement.Part;
import io.lakewarden.spark.profile.ClusterKey;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/**
 * Counts the rows of candidate slices, and sums a number over them, in two datasets: one aggregation, in which each row
 * is counted once for each column that has a part for it and, at depth 2, once for each pair of such columns. Where rows
 * that share a key are not independent, a hash of it deals them out to blocks, which are counted one by one.
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
        /** The slice of one or two parts, by their columns. */
        static Found of(SortedMap<Integer, Integer> parts) {
            int first = parts.firstKey();
            int last = parts.lastKey();
            return first == last
                    ? new Found(first, parts.get(first), NONE, NONE)
                    : new Found(first, parts.get(first), last, parts.get(last));
        }

        /** The parts by their columns. */
        SortedMap<Integer, Integer> parts() {
            SortedMap<Integer, Integer> parts = new TreeMap<>(Map.of(column, part));
            if (!isSingle()) {
                parts.put(otherColumn, otherPart);
            }
            return parts;
        }

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
     * @param key paths of columns whose values together say which rows are not independent; empty where all are
     */
    public static SliceMovements movements(
            Dataset<Row> reference,
            Dataset<Row> current,
            List<SliceCandidates> candidates,
            Optional<String> target,
            boolean pairs,
            List<String> key) {
        Column before = when(not(col("now")), col("target"));
        Column after = when(col("now"), col("target"));
        List<Row> rows = side(reference, candidates, target, key, false)
                .union(side(current, candidates, target, key, true))
                .select(
                        col("now"),
                        col("target"),
                        col("block"),
                        explode(array(slices(candidates.size(), pairs))).as("slice"))
                .filter(col("slice").isNotNull())
                .groupBy("slice", "block")
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
        int blocks = key.isEmpty() ? 1 : ClusterKey.BLOCKS;
        Map<Found, Part[]> were = new HashMap<>();
        Map<Found, Part[]> are = new HashMap<>();
        for (Row row : rows) {
            Row slice = row.getStruct(0);
            Found found = new Found(slice.getInt(0), slice.getInt(1), slice.getInt(2), slice.getInt(3));
            int block = (int) row.getLong(1);
            were.computeIfAbsent(found, it -> empty(blocks))[block] = part(row, 2);
            are.computeIfAbsent(found, it -> empty(blocks))[block] = part(row, 6);
        }
        Part[] allBefore = were.getOrDefault(ALL, empty(blocks));
        Part[] allAfter = are.getOrDefault(ALL, empty(blocks));
        Map<Found, ClusteredMovement> movements = new HashMap<>();
        were.forEach((found, parts) -> {
            if (!found.equals(ALL)) {
                movements.put(found, movement(parts, are.get(found), allBefore, allAfter));
            }
        });
        return new SliceMovements(movements, pairs);
    }

    private static ClusteredMovement movement(Part[] before, Part[] after, Part[] allBefore, Part[] allAfter) {
        return new ClusteredMovement(
                new SliceMovement(sumOf(before), sumOf(after), sumOf(allBefore), sumOf(allAfter)),
                before.length == 1
                        ? List.of()
                        : IntStream.range(0, before.length)
                                .mapToObj(block -> new SliceMovement(
                                        before[block], after[block], allBefore[block], allAfter[block]))
                                .toList());
    }

    private static Part[] empty(int blocks) {
        Part[] parts = new Part[blocks];
        Arrays.fill(parts, EMPTY);
        return parts;
    }

    private static Part sumOf(Part[] parts) {
        return Arrays.stream(parts).reduce(EMPTY, Part::and);
    }

    private static Part part(Row row, int first) {
        return new Part(row.getLong(first), row.getLong(first + 1), row.getDouble(first + 2), row.getDouble(first + 3));
    }

    private static Dataset<Row> side(
            Dataset<Row> rows,
            List<SliceCandidates> candidates,
            Optional<String> target,
            List<String> key,
            boolean now) {
        List<Column> columns = new ArrayList<>();
        columns.add(lit(now).as("now"));
        columns.add(target.flatMap(path -> ResolvedColumn.find(rows, path))
                .map(SliceSearch::number)
                .orElse(lit(null).cast(DataTypes.DoubleType))
                .as("target"));
        columns.add(block(rows, key).as("block"));
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            columns.add(candidates
                    .get(candidate)
                    .part(rows)
                    .orElse(lit(null).cast(DataTypes.IntegerType))
                    .as(part(candidate)));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    /** By the texts of the key's values, so that the same key is in the same block whatever type it has on either side. */
    private static Column block(Dataset<Row> rows, List<String> key) {
        Column[] texts = key.stream()
                .map(path ->
                        ResolvedColumn.find(rows, path).orElseThrow().column().cast(DataTypes.StringType))
                .toArray(Column[]::new);
        return texts.length == 0 ? lit(0L) : pmod(xxhash64(texts), lit((long) ClusterKey.BLOCKS));
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
