package io.lakewarden.profile;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the rows of one partition, in one thread. Each column counts its own cells, since an array holds more elements
 * than there are rows.
 */
public final class ProfileBuilder {
    private final ColumnBuilder[] columns;
    private long rows;

    /**
     * A builder of these columns.
     *
     * @throws IllegalArgumentException if a column's bins do not suit its kind
     */
    public ProfileBuilder(List<ColumnSpec> columns, ProfileDetail detail) {
        BlockWorkspace workspace = new BlockWorkspace();
        this.columns = columns.stream()
                .map(spec -> ColumnBuilder.of(spec, detail, workspace))
                .toArray(ColumnBuilder[]::new);
    }

    /** Counts a row; its cells are added to the columns. */
    public void addRow() {
        rows++;
    }

    /**
     * Counts rows; their cells are added to the columns.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public void addRows(long count) {
        rows += ColumnBuilder.requireCount(count);
    }

    /** The builder of the column at this place; its class is that of the column's kind. */
    public ColumnBuilder column(int index) {
        return columns[index];
    }

    /** The profile of all rows so far. */
    public DatasetProfile build(Window window, Slice slice) {
        return build(window, slice, 0, columns.length);
    }

    /** The profile of all rows so far in some of the columns: from a place to before another. */
    public DatasetProfile build(Window window, Slice slice, int from, int to) {
        return DatasetProfile.of(
                window,
                slice,
                rows,
                Arrays.stream(columns, from, to).map(ColumnBuilder::build).toList());
    }
}
