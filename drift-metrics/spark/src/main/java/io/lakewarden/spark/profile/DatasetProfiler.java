package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.Tuple2;
import scala.collection.Seq;

/**
 * Profiles a dataset in one scan: one Spark job of two stages beside what the dataset itself needs, however many columns,
 * windows and slices there are. Columns of files are read in batches where the source stores them so, see
 * {@link ScanPath}. A task builds the profiles of one partition, of all columns or of a part of them, so that its memory
 * does not grow with the width. States are merged in the order of the partitions, some columns at a time, so that no task
 * and no driver holds the states of all partitions. The same files, split in the same way, give the same bytes. Where they
 * are split in another way (another number of cores, other block sizes), everything exact is the same to the bit,
 * floating-point moments up to rounding, sketches within their bounds.
 */
public final class DatasetProfiler {
    private static final int UNITS_OF_A_TASK = 2;
    private static final int MOST_MERGE_TASKS = 256;

    private DatasetProfiler() {}

    /**
     * Profiles some columns of a dataset. Only the top-level columns that they are in are read.
     *
     * @param columns from {@link DatasetColumns#of}, with the bins to count where a reference has set them
     * @param groups which profiles to make
     * @throws IllegalArgumentException if a column, the time column or the column of a key is not there or has a type
     *     that does not fit
     */
    public static ProfiledGroups profile(Dataset<Row> data, List<ColumnSpec> columns, ProfileGroups groups) {
        List<Optional<Expression>> conditions = groups.sliceKeys().stream()
                .map(key -> key.predicate().map(it -> SlicePredicate.condition(data, it)))
                .toList();
        Dataset<Row> needed = select(data, columns, groups, conditions);
        Optional<ColumnarSource> columnar = ColumnarSource.of(needed);
        ScanPath path = columnar.isPresent() ? ScanPath.COLUMNAR : ScanPath.ROWS;
        ScanSpec spec = new ScanSpec(
                needed.schema(),
                columns,
                groups,
                rules(needed, groups.sliceKeys(), conditions),
                shared(needed, groups, conditions),
                path);
        JavaRDD<Tuple2<Long, byte[]>> states =
                columnar.isPresent() ? columnar.get().scan(spec) : scanRows(needed, spec);
        return new ProfileAssembly(spec, columns).assemble(merged(states, spec.units()), path);
    }

    private static JavaRDD<Tuple2<Long, byte[]>> scanRows(Dataset<Row> needed, ScanSpec spec) {
        JavaRDD<InternalRow> rows = needed.queryExecution().toRdd().toJavaRDD();
        return spec.parts().stream()
                .map(part -> rows.mapPartitionsWithIndex(new RowScan(part), false))
                .reduce(JavaRDD::union)
                .orElseThrow();
    }

    private static List<Tuple2<Integer, byte[]>> merged(JavaRDD<Tuple2<Long, byte[]>> states, ScanUnits units) {
        int tasks = Math.min(MOST_MERGE_TASKS, 1 + units.tally() / UNITS_OF_A_TASK);
        return JavaPairRDD.fromJavaRDD(states)
                .repartitionAndSortWithinPartitions(new UnitPartitioner(tasks))
                .mapPartitionsToPair(new StateMerge(units.tally()))
                .collect();
    }

    private static SliceRule[] rules(Dataset<Row> needed, List<SliceKey> keys, List<Optional<Expression>> conditions) {
        Seq<Attribute> columns = needed.queryExecution().analyzed().output();
        return IntStream.range(0, keys.size())
                .mapToObj(i -> conditions
                        .get(i)
                        .<SliceRule>map(it -> SlicePredicate.over(it, columns))
                        .orElseGet(() -> SliceCell.of(needed.schema(), keys.get(i))))
                .toArray(SliceRule[]::new);
    }

    /** The top-level columns that say which profiles a row is in. */
    private static Set<String> shared(
            Dataset<Row> needed, ProfileGroups groups, List<Optional<Expression>> conditions) {
        Set<String> names = new HashSet<>(groups.topLevelColumns());
        Set<ExprId> read = read(conditions);
        ScalaLists.of(needed.queryExecution().analyzed().output()).stream()
                .filter(attribute -> read.contains(attribute.exprId()))
                .forEach(attribute -> names.add(attribute.name()));
        return names;
    }

    private static Set<ExprId> read(List<Optional<Expression>> conditions) {
        return conditions.stream()
                .flatMap(Optional::stream)
                .flatMap(condition -> SlicePredicate.columns(condition).stream())
                .collect(Collectors.toSet());
    }

    private static Dataset<Row> select(
            Dataset<Row> data, List<ColumnSpec> columns, ProfileGroups groups, List<Optional<Expression>> conditions) {
        Set<ExprId> read = read(conditions);
        Set<String> names = new HashSet<>(groups.topLevelColumns());
        columns.forEach(column -> names.add(ColumnPath.names(column.name()).get(0)));
        // Columns are taken as resolved attributes, not looked up by name: names that differ in case only, or hold
        // dots and backticks, stay what they are.
        Column[] selected = ScalaLists.of(data.queryExecution().analyzed().output()).stream()
                .filter(attribute -> names.contains(attribute.name()) || read.contains(attribute.exprId()))
                .map(Column::new)
                .toArray(Column[]::new);
        return data.select(selected);
    }
}
