package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnKind;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** The cell of a row that says which slice of a key the row is in. */
final class SliceCell implements SliceRule {
    private final CellPath cell;
    private final HashMap<String, Integer> slices = new HashMap<>();

    private SliceCell(CellPath cell, SliceKey key) {
        this.cell = cell;
        key.values().forEach(value -> slices.put(value, slices.size()));
    }

    /**
     * The cell of a key.
     *
     * @throws IllegalArgumentException if there is no such column, or it has no text
     */
    static SliceCell of(StructType schema, SliceKey key) {
        obstacle(schema, key.column()).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
        return new SliceCell(CellPath.find(schema, key.column()).orElseThrow(), key);
    }

    /** Why a column cannot be a key; empty where it can. */
    static Optional<String> obstacle(StructType schema, String column) {
        Optional<CellPath> cell = CellPath.find(schema, column);
        if (cell.isEmpty()) {
            return Optional.of("there is no column '" + column + "' to slice by outside arrays and maps");
        }
        DataType type = cell.get().type();
        return CellTypes.kindOf(type, true) == ColumnKind.CATEGORICAL
                ? Optional.empty()
                : Optional.of(
                        "column '" + column + "' is " + type.catalogString() + ", by which rows cannot be sliced");
    }

    @Override
    public int count() {
        return slices.size() + 1;
    }

    @Override
    public ToIntFunction<InternalRow> ofRows(int partition) {
        return this::of;
    }

    @Override
    public SliceSplit ofBatches(int partition) {
        return new SliceVectors(this);
    }

    private int of(InternalRow row) {
        InternalRow holder = cell.holder(row);
        return holder == null ? rest() : of(holder, cell.position(), CellText.of(cell.type()));
    }

    /** The slice of a cell that is not null. */
    int of(SpecializedGetters cells, int position, CellText text) {
        return slices.getOrDefault(text.read(cells, position), rest());
    }

    /** The slice of rows whose value is not listed, or null. */
    int rest() {
        return slices.size();
    }

    CellPath path() {
        return cell;
    }
}
