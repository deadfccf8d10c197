package io.lakewarden.jobs.model;

import io.lakewarden.jobs.config.UserException;
import io.lakewarden.profile.ColumnProfile;
import io.lakewarden.profile.DatasetProfile;
import io.lakewarden.spark.profile.ColumnPath;

/**
 * One place of a vector of features.
 *
 * @param column name of the column that it comes from
 * @param spread how far it spreads over the rows of a reference
 */
record FeaturePlace(String column, Spread spread) {
    /** The column as it is. */
    static FeaturePlace of(String column) {
        return new FeaturePlace(column, Spread.OWN);
    }

    FeaturePlace with(Spread other) {
        return new FeaturePlace(column, other);
    }

    /**
     * Its population standard deviation over the rows of a reference that have a value.
     *
     * @throws UserException where the reference does not tell
     */
    double deviation(DatasetProfile reference) {
        ColumnProfile profile =
                reference.column(ColumnPath.of(column)).orElseThrow(() -> unknown("the reference has no such column"));
        try {
            return spread.over(profile);
        } catch (UnknownSpreadException e) {
            throw unknown(e.getMessage());
        }
    }

    private UserException unknown(String reason) {
        return new UserException("importance.model: how far what the model reads of '" + column
                + "' spreads in the reference is not known: " + reason + "; give importance.weights instead");
    }
}
