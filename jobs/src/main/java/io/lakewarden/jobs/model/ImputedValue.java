package io.lakewarden.jobs.model;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What an imputer puts in place of the values that a column lacks; read when first asked for. */
final class ImputedValue {
    private final SavedStage imputer;
    private final String column;

    ImputedValue(SavedStage imputer, String column) {
        this.imputer = imputer;
        this.column = column;
    }

    double get() {
        if (!imputer.text("missingValue").equals("NaN")) {
            throw new UnknownSpreadException("an imputer replaces a number of it, not only what is missing");
        }
        return imputer.data(new StructType().add(column, DataTypes.DoubleType)).getDouble(0);
    }
}
