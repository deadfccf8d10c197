package io.lakewarden.report;

import io.lakewarden.result.MetricValue;
import io.lakewarden.result.Status;
import java.util.List;
import java.util.Objects;

/**
 * Rows of the window that are unlike those of the reference. What they amount to is also in the findings.
 *
 * @param rates how many rows are, in each way that was looked at
 * @param columns the columns by which rows are, those with the most first
 * @param examples some of the rows
 * @param without columns that could not be looked at
 */
public record ReportOutliers(List<Rate> rates, List<Column> columns, List<Example> examples, List<String> without) {
    public ReportOutliers {
        rates = List.copyOf(rates);
        columns = List.copyOf(columns);
        examples = List.copyOf(examples);
        without = List.copyOf(without);
    }

    /**
     * How many rows are outliers in one way.
     *
     * @param check the name of the way: {@code out-of-support}, {@code isolated} or {@code outside-fences}
     * @param status how it was judged
     * @param outliers how many rows are
     * @param rows of how many
     * @param share their share, between the ends of its interval
     * @param expected the share that the reference lets expect
     */
    public record Rate(String check, Status status, long outliers, long rows, MetricValue share, double expected) {
        public Rate {
            Objects.requireNonNull(check, "check");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(share, "share");
        }
    }

    /**
     * The outliers of one column.
     *
     * @param name path of the column
     * @param seen what the reference has seen in it, in words
     * @param outside how many values lie outside of that
     * @param beyondFences how many numbers lie outside the fences
     */
    public record Column(String name, String seen, long outside, long beyondFences) {
        public Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(seen, "seen");
        }
    }

    /**
     * A row.
     *
     * @param check in which way it is an outlier
     * @param identity what names the row: its identifiers and its time
     * @param reasons the columns that make it one, the strongest first
     */
    public record Example(String check, List<NamedText> identity, List<Reason> reasons) {
        public Example {
            Objects.requireNonNull(check, "check");
            identity = List.copyOf(identity);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a row is an outlier.
     *
     * @param column path of the column
     * @param value what stands there
     * @param limit what the reference lets expect there
     */
    public record Reason(String column, String value, String limit) {
        public Reason {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(limit, "limit");
        }
    }
}
