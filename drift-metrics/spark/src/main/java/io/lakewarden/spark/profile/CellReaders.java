package io.lakewarden.spark.profile;

import io.lakewarden.profile.CollectionColumnBuilder;
import io.lakewarden.profile.ColumnSpec;
import io.lakewarden.profile.ProfileBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Connects the cells of a schema to the columns of a profile: each column is looked up once, before the first row. */
final class CellReaders {
    private final List<ColumnSpec> specs;
    private final ProfileBuilder profile;
    private final Map<String, Integer> unread = new HashMap<>();

    private CellReaders(List<ColumnSpec> specs, ProfileBuilder profile) {
        this.specs = specs;
        this.profile = profile;
        for (int i = 0; i < specs.size(); i++) {
            unread.put(specs.get(i).name(), i);
        }
    }

    /**
     * The reader of rows of a schema into a profile of some of its columns.
     *
     * @throws IllegalArgumentException if a column is not in the schema or cannot be profiled as its kind
     */
    static StructReader ofRows(StructType schema, List<ColumnSpec> specs, ProfileBuilder profile) {
        CellReaders readers = new CellReaders(specs, profile);
        StructReader row = readers.structReader(schema, Optional.empty());
        readers.requireAllRead(schema);
        return row;
    }

    /**
     * The reader of batches of a schema into a profile of some of its columns.
     *
     * @param mostCodes of a dictionary that are counted instead of values
     * @param buffers shared by all readers of one thread
     * @throws IllegalArgumentException if a column is not in the schema or cannot be profiled as its kind
     */
    static StructVectors ofBatches(
            StructType schema, List<ColumnSpec> specs, ProfileBuilder profile, int mostCodes, ReadBuffers buffers) {
        CellReaders readers = new CellReaders(specs, profile);
        StructVectors batch = readers.structVectors(schema, Optional.empty(), mostCodes, buffers);
        readers.requireAllRead(schema);
        return batch;
    }

    private void requireAllRead(StructType schema) {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    "no column " + unread.keySet().stream().sorted().toList() + " in " + schema.catalogString());
        }
    }

    private StructReader structReader(StructType struct, Optional<String> parent) {
        Fields<CellReader> fields = fieldsOf(struct, parent, this::reader);
        return new StructReader(fields.readers().toArray(CellReader[]::new), fields.places(), struct.length());
    }

    private StructVectors structVectors(
            StructType struct, Optional<String> parent, int mostCodes, ReadBuffers buffers) {
        Fields<VectorReader> fields = fieldsOf(struct, parent, (path, type) -> vectors(path, type, mostCodes, buffers));
        return new StructVectors(fields.readers().toArray(VectorReader[]::new), fields.places());
    }

    /** Readers of the profiled fields of a struct, with where these stand in it. */
    private record Fields<R>(List<R> readers, List<Integer> positions) {
        int[] places() {
            return positions.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private static <R> Fields<R> fieldsOf(
            StructType struct, Optional<String> parent, BiFunction<String, DataType, Optional<R>> reader) {
        List<R> readers = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < struct.length(); i++) {
            StructField field = struct.apply(i);
            String path =
                    parent.map(it -> ColumnPath.child(it, field.name())).orElseGet(() -> ColumnPath.of(field.name()));
            Optional<R> found = reader.apply(path, field.dataType());
            if (found.isPresent()) {
                readers.add(found.get());
                positions.add(i);
            }
        }
        return new Fields<>(readers, positions);
    }

    /** Empty where neither the cell nor anything inside it is profiled. */
    private Optional<VectorReader> vectors(String path, DataType type, int mostCodes, ReadBuffers buffers) {
        if (type instanceof StructType struct && struct.length() > 0) {
            StructVectors fields = structVectors(struct, Optional.of(path), mostCodes, buffers);
            return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
        }
        if (type instanceof ArrayType || type instanceof MapType) {
            return reader(path, type).map(CellVectors::new);
        }
        return Optional.ofNullable(unread.remove(path))
                .map(i -> ScalarVectors.of(specs.get(i), type, profile.column(i), mostCodes, buffers));
    }

    /** Empty where neither the cell nor anything inside it is profiled. */
    private Optional<CellReader> reader(String path, DataType type) {
        if (type instanceof StructType struct && struct.length() > 0) {
            StructReader fields = structReader(struct, Optional.of(path));
            return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
        }
        Optional<Integer> column = Optional.ofNullable(unread.remove(path));
        if (type instanceof ArrayType array) {
            Optional<CellReader> element = reader(ColumnPath.child(path, ColumnPath.ELEMENT), array.elementType());
            return column.isEmpty() && element.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CollectionReader.ofArray(column.map(i -> sizes(i, type)), element));
        }
        if (type instanceof MapType map) {
            Optional<CellReader> key = reader(ColumnPath.child(path, ColumnPath.KEY), map.keyType());
            Optional<CellReader> value = reader(ColumnPath.child(path, ColumnPath.VALUE), map.valueType());
            return column.isEmpty() && key.isEmpty() && value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(CollectionReader.ofMap(column.map(i -> sizes(i, type)), key, value));
        }
        return column.map(i -> ScalarReader.of(specs.get(i), type, profile.column(i)));
    }

    private CollectionColumnBuilder sizes(int column, DataType type) {
        if (profile.column(column) instanceof CollectionColumnBuilder sizes) {
            return sizes;
        }
        throw new IllegalArgumentException("column '" + specs.get(column).name() + "' is " + type.catalogString()
                + " and cannot be profiled as " + specs.get(column).kind());
    }
}
