package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Slice;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One slice of the window's rows, held against the same slice of the reference. It does not enter the verdict.
 *
 * @param key the column that it is a slice of
 * @param value the value that its rows share, or {@link Slice#REST}
 * @param referenceRows its rows in the reference; absent where there is none
 * @param currentRows its rows in the window
 * @param referenceShare their share of all rows of the reference
 * @param currentShare their share of all rows of the window
 * @param status the worst status of its columns
 * @param undecided why nothing was compared, in one sentence; absent where something was
 * @param columns its columns whose status is WARN or FAIL, worst first, so many as a page can show
 * @param moreColumns how many other columns have such a status
 */
public record ReportSlice(
        String key,
        String value,
        OptionalLong referenceRows,
        long currentRows,
        MetricValue referenceShare,
        MetricValue currentShare,
        Status status,
        Optional<String> undecided,
        List<ReportSliceColumn> columns,
        int moreColumns) {
    public ReportSlice {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(referenceRows, "referenceRows");
        Objects.requireNonNull(referenceShare, "referenceShare");
        Objects.requireNonNull(currentShare, "currentShare");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(undecided, "undecided");
        columns = List.copyOf(columns);
        if (moreColumns < 0) {
            throw new IllegalArgumentException("a number of columns is not negative, but got " + moreColumns);
        }
    }

    /** Whether these are all rows of the key that are in no other slice. */
    public boolean holdsTheRest() {
        return value.equals(Slice.REST);
    }
}
