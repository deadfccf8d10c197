package io.lakewarden.spark.profile;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Where in a row a cell stands: a position, inside as many structs as there are. */
final class CellPath implements Serializable {
    private final int[] positions;
    private final int[] widths;
    private final DataType type;

    private CellPath(int[] positions, int[] widths, DataType type) {
        this.positions = positions;
        this.widths = widths;
        this.type = type;
    }

    /** The cell at a {@linkplain ColumnPath path} through structs only; empty where there is none. */
    static Optional<CellPath> find(StructType schema, String path) {
        List<String> names = ColumnPath.names(path);
        int[] positions = new int[names.size()];
        int[] widths = new int[names.size()];
        DataType type = schema;
        for (int depth = 0; depth < positions.length; depth++) {
            if (!(type instanceof StructType struct)) {
                return Optional.empty();
            }
            positions[depth] = StructFields.position(struct, names.get(depth)).orElse(-1);
            if (positions[depth] < 0) {
                return Optional.empty();
            }
            widths[depth] = struct.length();
            type = struct.apply(positions[depth]).dataType();
        }
        return Optional.of(new CellPath(positions, widths, type));
    }

    DataType type() {
        return type;
    }

    /** The struct that the cell stands in, or the row itself; null where the cell or a struct around it is null. */
    InternalRow holder(InternalRow row) {
        InternalRow struct = row;
        for (int depth = 0; depth < positions.length - 1; depth++) {
            if (struct.isNullAt(positions[depth])) {
                return null;
            }
            struct = struct.getStruct(positions[depth], widths[depth + 1]);
        }
        return struct.isNullAt(position()) ? null : struct;
    }

    /** Where in its {@link #holder} the cell stands. */
    int position() {
        return positions[positions.length - 1];
    }

    /** The vector of the cells, whatever the structs around them are. */
    ColumnVector vector(ColumnVector[] columns) {
        ColumnVector vector = columns[positions[0]];
        for (int depth = 1; depth < positions.length; depth++) {
            vector = vector.getChild(positions[depth]);
        }
        return vector;
    }

    /** Those of the rows in which neither the cell nor a struct around it is null. */
    BatchRows present(ColumnVector[] columns, BatchRows rows) {
        ColumnVector vector = columns[positions[0]];
        BatchRows present = rows.present(vector);
        for (int depth = 1; depth < positions.length; depth++) {
            vector = vector.getChild(positions[depth]);
            present = present.present(vector);
        }
        return present;
    }
}
