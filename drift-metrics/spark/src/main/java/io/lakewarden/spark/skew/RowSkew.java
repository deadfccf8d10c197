package io.lakewarden.spark.skew;

import java.util.List;

/**
 * Two sources joined by key.
 *
 * @param rows how their rows found each other
 * @param features every column that could be compared, in the order asked for
 * @param incomparable columns that both have but whose types know no equality: maps, and nested data of different types
 */
public record RowSkew(JoinedRows rows, List<FeatureSkew> features, List<String> incomparable) {
    public RowSkew {
        features = List.copyOf(features);
        incomparable = List.copyOf(incomparable);
    }
}
