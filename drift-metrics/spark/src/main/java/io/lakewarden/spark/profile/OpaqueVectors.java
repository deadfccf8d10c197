package io.lakewarden.spark.profile;

import io.lakewarden.profile.OpaqueColumnBuilder;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Counts cells whose content is not looked at. */
final class OpaqueVectors implements VectorReader {
    private final OpaqueColumnBuilder builder;

    OpaqueVectors(OpaqueColumnBuilder builder) {
        this.builder = builder;
    }

    @Override
    public void read(ColumnVector vector, BatchRows rows) {
        int present = rows.present(vector).count();
        builder.add(present);
        builder.addNulls(rows.count() - present);
    }

    @Override
    public void readMissing(int cells) {
        builder.addNulls(cells);
    }
}
