package io.lakewarden.spark.profile;

import io.lakewarden.profile.ColumnKind;
import io.lakewarden.profile.ColumnSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a schema as they are profiled. Structs are flattened to their fields, {@code a.b}; an array counts as
 * itself and as {@code a.element}, a map as itself, {@code a.key} and {@code a.value}; names are written as
 * {@link ColumnPath} says. Every column appears: what has no measure of its own is {@link ColumnKind#OPAQUE}.
 */
public final class DatasetColumns {
    private final Set<String> categorical;
    private final Set<String> ignored;
    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<String> structs = new ArrayList<>();

    private DatasetColumns(Set<String> categorical, Set<String> ignored) {
        this.categorical = categorical;
        this.ignored = ignored;
    }

    /**
     * The columns of a schema, in its order.
     *
     * @param categorical paths read as text whatever their type; arrays, maps and binary columns stay what they are
     * @param ignored paths left out together with everything inside them
     * @throws IllegalArgumentException if two columns have the same path
     */
    public static List<ColumnSpec> of(StructType schema, Set<String> categorical, Set<String> ignored) {
        DatasetColumns columns = new DatasetColumns(categorical, ignored);
        columns.addAll(schema);
        Set<String> seen = new HashSet<>();
        for (ColumnSpec spec : columns.specs) {
            if (!seen.add(spec.name())) {
                throw new IllegalArgumentException("two columns are named '" + spec.name() + "'; rename one of them");
            }
        }
        return List.copyOf(columns.specs);
    }

    /** The paths of the structs of a schema, which are no columns themselves: their fields are. */
    public static List<String> structs(StructType schema) {
        DatasetColumns columns = new DatasetColumns(Set.of(), Set.of());
        columns.addAll(schema);
        return List.copyOf(columns.structs);
    }

    private void addAll(StructType schema) {
        for (StructField field : schema.fields()) {
            add(ColumnPath.of(field.name()), field.dataType());
        }
    }

    private void add(String path, DataType type) {
        if (ignored.contains(path)) {
            return;
        }
        if (type instanceof StructType struct && struct.length() > 0) {
            structs.add(path);
            for (StructField field : struct.fields()) {
                add(ColumnPath.child(path, field.name()), field.dataType());
            }
            return;
        }
        // Unlike simpleString, catalogString never abbreviates a wide struct.
        specs.add(new ColumnSpec(path, CellTypes.kindOf(type, categorical.contains(path)), type.catalogString()));
        if (type instanceof ArrayType array) {
            add(ColumnPath.child(path, ColumnPath.ELEMENT), array.elementType());
        } else if (type instanceof MapType map) {
            add(ColumnPath.child(path, ColumnPath.KEY), map.keyType());
            add(ColumnPath.child(path, ColumnPath.VALUE), map.valueType());
        }
    }
}
