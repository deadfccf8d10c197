package io.lakewarden.spark.profile;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Where in a row its time stands: a position, inside as many structs as there are. */
final class TimeCell implements Serializable {
    private final int[] positions;
    private final int[] widths;
    private final DataType type;

    private TimeCell(int[] positions, int[] widths, DataType type) {
        this.positions = positions;
        this.widths = widths;
        this.type = type;
    }

    /**
     * The cell at a path.
     *
     * @throws IllegalArgumentException if there is none, or it is neither date nor timestamp
     */
    static TimeCell of(StructType schema, String path) {
        List<String> names = ColumnPath.names(path);
        int[] positions = new int[names.size()];
        int[] widths = new int[names.size()];
        DataType type = schema;
        for (int depth = 0; depth < positions.length; depth++) {
            positions[depth] = type instanceof StructType struct
                    ? StructFields.position(struct, names.get(depth)).orElse(-1)
                    : -1;
            if (positions[depth] < 0) {
                throw new IllegalArgumentException("no time column '" + path + "' in " + schema.catalogString());
            }
            StructType struct = (StructType) type;
            widths[depth] = struct.length();
            type = struct.apply(positions[depth]).dataType();
        }
        if (!CellTypes.isTime(type)) {
            throw new IllegalArgumentException("the time column '" + path + "' is " + type.catalogString()
                    + ", but a date or timestamp is needed");
        }
        return new TimeCell(positions, widths, type);
    }

    /** Microseconds since 1970 UTC; empty where the cell or a struct around it is null. */
    OptionalLong micros(InternalRow row) {
        InternalRow struct = row;
        int last = positions.length - 1;
        for (int depth = 0; depth < last; depth++) {
            if (struct.isNullAt(positions[depth])) {
                return OptionalLong.empty();
            }
            struct = struct.getStruct(positions[depth], widths[depth + 1]);
        }
        return struct.isNullAt(positions[last])
                ? OptionalLong.empty()
                : OptionalLong.of(CellTime.of(type).micros(struct, positions[last]));
    }
}
