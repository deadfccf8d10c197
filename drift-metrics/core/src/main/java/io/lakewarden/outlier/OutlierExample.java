package io.lakewarden.outlier;

import java.util.List;

/**
 * A row that is an outlier.
 *
 * @param identity the values of its identifiers, and its time
 * @param kind in which way it is one, the first that applies
 * @param severity how far it is one, to be compared within a kind: widths of what was seen, interquartile ranges, a score
 * @param reasons the columns that make it one, the strongest first
 */
public record OutlierExample(List<String> identity, OutlierKind kind, double severity, List<OutlierReason> reasons) {
    public OutlierExample {
        identity = List.copyOf(identity);
        reasons = List.copyOf(reasons);
    }
}
