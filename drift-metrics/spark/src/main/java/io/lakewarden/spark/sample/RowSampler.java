package io.lakewarden.spark.sample;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.spark.profile.CellTypes;
import io.lakewarden.spark.profile.ResolvedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Draws {@link TableSample}s in one pass and one job: each row throws its {@link RowDice}, and the rows with the smallest numbers
 * are taken, so that nobody needs to know beforehand how many there are. A partition keeps no more rows than are asked for, and
 * drawings are merged in a tree.
 *
 * <p>The same files, cut at the same places, give the same rows in the same order, however many cores read them. Spark cuts files by
 * the number of cores unless a session is told otherwise. Where there are no more rows than are asked for, all are taken, and only
 * their order depends on the dice.
 *
 * @param most the most rows that are drawn
 * @param seed what the dice are thrown by
 */
public record RowSampler(int most, long seed) {
    /** At most 10,000 rows. */
    public static final RowSampler DEFAULT = new RowSampler(10_000, 0x726f_7773L);

    private static final int MERGE_DEPTH = 2;

    public RowSampler {
        if (most < 1) {
            throw new IllegalArgumentException("at least one row is drawn, but got " + most);
        }
    }

    /**
     * A sample of columns of the data. Left out are columns that hold no single values, those inside arrays and maps, and those
     * that the data do not have or have with a type that is profiled in another way.
     */
    public TableSample draw(Dataset<Row> data, List<ColumnSpec> columns) {
        Map<String, SampledCells> cells = new LinkedHashMap<>();
        List<Column> selected = new ArrayList<>();
        for (ColumnSpec column : columns) {
            find(data, column).ifPresent(found -> {
                selected.add(
                        SampledCells.selected(column.kind(), found.column()).as("c" + selected.size()));
                cells.put(column.name(), SampledCells.of(column.kind(), found.type()));
            });
        }
        DrawnRows drawn = drawn(data, selected);
        List<InternalRow> rows = drawn.inOrder();
        Map<String, ColumnSample> sampled = new LinkedHashMap<>();
        cells.forEach((path, reader) -> sampled.put(path, reader.read(rows, sampled.size())));
        return new TableSample(drawn.count(), rows.size(), sampled);
    }

    private static Optional<ResolvedColumn> find(Dataset<Row> data, ColumnSpec column) {
        return column.kind() == ColumnKind.COLLECTION || column.kind() == ColumnKind.OPAQUE
                ? Optional.empty()
                : ResolvedColumn.find(data, column.name())
                        .filter(found -> CellTypes.kindOf(found.type(), column.kind() == ColumnKind.CATEGORICAL)
                                == column.kind());
    }

    private DrawnRows drawn(Dataset<Row> data, List<Column> columns) {
        List<Column> content = new ArrayList<>(columns);
        content.add(lit(0));
        List<Column> selected = new ArrayList<>(columns);
        Collections.addAll(selected, RowDice.of(data, seed), xxhash64(content.toArray(Column[]::new)));
        JavaRDD<InternalRow> rows = data.select(selected.toArray(Column[]::new))
                .queryExecution()
                .toRdd()
                .toJavaRDD();
        if (rows.getNumPartitions() == 0) {
            return new DrawnRows(most);
        }
        int width = columns.size();
        int limit = most;
        byte[] merged = rows.mapPartitions(part ->
                        List.of(DrawnRows.of(part, width, limit).encode()).iterator())
                .treeReduce(
                        (one, other) -> DrawnRows.decode(one, limit)
                                .merge(DrawnRows.decode(other, limit))
                                .encode(),
                        MERGE_DEPTH);
        return DrawnRows.decode(merged, limit);
    }
}
