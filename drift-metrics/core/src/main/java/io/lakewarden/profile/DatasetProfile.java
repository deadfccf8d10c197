package io.lakewarden.profile;

import io.lakewarden.result.Slice;
import io.lakewarden.result.Window;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The profiles of all columns of a dataset, or of one slice of it, in one window. Immutable and mergeable. */
public final class DatasetProfile {
    private final Window window;
    private final Slice slice;
    private final long rows;
    private final Map<String, ColumnProfile> columns;

    private DatasetProfile(Window window, Slice slice, long rows, Map<String, ColumnProfile> columns) {
        this.window = window;
        this.slice = slice;
        this.rows = rows;
        this.columns = Collections.unmodifiableMap(columns);
    }

    /**
     * A profile of the columns given, in their order.
     *
     * @throws IllegalArgumentException if a name is there twice or rows is negative
     */
    public static DatasetProfile of(
            Window window, Slice slice, long rows, Collection<? extends ColumnProfile> columns) {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(slice, "slice");
        if (rows < 0) {
            throw new IllegalArgumentException("rows are counted from 0, but got " + rows);
        }
        Map<String, ColumnProfile> byName = new LinkedHashMap<>();
        for (ColumnProfile column : columns) {
            if (byName.put(column.name(), column) != null) {
                throw new IllegalArgumentException("column '" + column.name() + "' is profiled twice");
            }
        }
        return new DatasetProfile(window, slice, rows, byName);
    }

    /** The profile of no rows: the identity of {@link #merge} for profiles whose window holds this one. */
    public static DatasetProfile empty(Window window, Slice slice, List<ColumnSpec> columns) {
        return new ProfileBuilder(columns, ProfileDetail.FULL).build(window, slice);
    }

    /** The time range profiled; of a merged profile, the shortest that holds all of its parts. */
    public Window window() {
        return window;
    }

    /** The subset profiled. */
    public Slice slice() {
        return slice;
    }

    /** How many rows were seen. */
    public long rows() {
        return rows;
    }

    /** The profile of each column by name, in the order of the columns. */
    public Map<String, ColumnProfile> columns() {
        return columns;
    }

    /** The profile of one column. */
    public Optional<ColumnProfile> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** What was profiled. */
    public List<ColumnSpec> specs() {
        return columns.values().stream().map(ColumnProfile::spec).toList();
    }

    /**
     * The profile of both datasets together; associative.
     *
     * @throws IllegalArgumentException if slices, columns or bins differ
     */
    public DatasetProfile merge(DatasetProfile other) {
        if (!slice.equals(other.slice)) {
            throw new IllegalArgumentException(
                    "a profile of " + slice + " cannot be merged with a profile of " + other.slice);
        }
        if (!columns.keySet().equals(other.columns.keySet())) {
            throw new IllegalArgumentException("profiles of different columns cannot be merged: " + columns.keySet()
                    + " and " + other.columns.keySet());
        }
        Map<String, ColumnProfile> merged = new LinkedHashMap<>();
        columns.forEach((name, column) -> merged.put(name, column.merge(other.columns.get(name))));
        return new DatasetProfile(window.hull(other.window), slice, Math.addExact(rows, other.rows), merged);
    }

    /** The same profile under the name of another window. */
    public DatasetProfile labelled(Window label) {
        return window.equals(label) ? this : new DatasetProfile(label, slice, rows, columns);
    }

    @Override
    public String toString() {
        return "DatasetProfile[" + window + ", " + slice + ", " + rows + " rows, " + columns.keySet() + "]";
    }
}
