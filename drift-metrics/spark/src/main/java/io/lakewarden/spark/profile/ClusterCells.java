package io.lakewarden.spark.profile;

import java.io.Serializable;
import org.apache.spark.sql.types.StructType;

/** The cells of a row that say with which other rows it belongs together. */
final class ClusterCells implements Serializable {
    private final CellPath[] cells;

    private ClusterCells(CellPath[] cells) {
        this.cells = cells;
    }

    /**
     * The cells of a key.
     *
     * @throws IllegalArgumentException if there is no such column, or it has no text
     */
    static ClusterCells of(StructType schema, ClusterKey key) {
        key.columns().forEach(column -> ClusterKey.obstacle(schema, column).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        }));
        return new ClusterCells(key.columns().stream()
                .map(column -> CellPath.find(schema, column).orElseThrow())
                .toArray(CellPath[]::new));
    }

    CellPath[] paths() {
        return cells;
    }
}
