package io.lakewarden.spark.multivariate;

import io.lakewarden.drift.multivariate.HeldOutScores;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a classifier made of two samples.
 *
 * @param scores of the rows that it was not trained on
 * @param rowsPerSide how many rows of each sample it was given
 * @param importances by column, its share in what the classifier goes by, 0 to 1, largest first; all together 1, or 0 where it found nothing to go by
 */
public record Separation(HeldOutScores scores, int rowsPerSide, Map<String, Double> importances) {
    public Separation {
        importances = Collections.unmodifiableMap(new LinkedHashMap<>(importances));
    }
}
