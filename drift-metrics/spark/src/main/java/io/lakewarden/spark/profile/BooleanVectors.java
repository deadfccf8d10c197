package io.lakewarden.spark.profile;

import io.lakewarden.profile.BooleanColumnBuilder;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Reads truth values. */
final class BooleanVectors implements VectorReader {
    private final BooleanColumnBuilder builder;

    BooleanVectors(BooleanColumnBuilder builder) {
        this.builder = builder;
    }

    @Override
    public void read(ColumnVector vector, BatchRows rows) {
        BatchRows present = rows.present(vector);
        int trues = 0;
        for (int i = 0; i < present.count(); i++) {
            trues += vector.getBoolean(present.at(i)) ? 1 : 0;
        }
        builder.add(true, trues);
        builder.add(false, present.count() - trues);
        builder.addNulls(rows.count() - present.count());
    }

    @Override
    public void readMissing(int cells) {
        builder.addNulls(cells);
    }
}
