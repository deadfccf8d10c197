package io.lakewarden.report;

import java.util.Objects;
import java.util.Optional;

/**
 * A slice that nobody named and that moved.
 *
 * @param name which rows it holds, in words
 * @param referenceRows its rows in the reference
 * @param currentRows its rows in the window
 * @param target the column whose mean moved in it; absent where its share of all rows did
 * @param before that mean or share in the reference
 * @param now the same in the window
 * @param effect its change: of a share as it is, of a mean less the change of all other rows, in standard deviations of the
 *     reference
 * @param adjusted the p-value, adjusted to all that was looked at
 */
public record ReportFoundSlice(
        String name,
        long referenceRows,
        long currentRows,
        Optional<String> target,
        double before,
        double now,
        double effect,
        double adjusted) {
    public ReportFoundSlice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
    }
}
