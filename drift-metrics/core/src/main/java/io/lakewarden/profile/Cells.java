package io.lakewarden.profile;

import io.lakewarden.result.MetricValue;
import java.util.Map;

/**
 * What all column profiles share: whose cells they are, how many, and how many of them are null.
 *
 * @param name path of the column
 * @param type its type in the source
 * @param count cells, nulls included
 * @param nulls cells without a value
 */
record Cells(String name, String type, long count, long nulls) {
    static final String COUNTS_ONLY = "not kept in a counts-only profile";

    /** Both together; checks that they are the same column, profiled the same way. */
    static Cells merge(ColumnProfile left, ColumnProfile right) {
        if (!left.name().equals(right.name()) || left.kind() != right.kind()) {
            throw new IllegalArgumentException(
                    "the profile of " + describe(left) + " cannot be merged with the profile of " + describe(right));
        }
        if (!left.bins().map(BinCounts::binning).equals(right.bins().map(BinCounts::binning))) {
            throw new IllegalArgumentException(
                    "the profiles of " + describe(left) + " are counted in different bins and cannot be merged");
        }
        return new Cells(left.name(), left.type(), left.count() + right.count(), left.nulls() + right.nulls());
    }

    private static String describe(ColumnProfile profile) {
        return "column '" + profile.name() + "' (" + profile.kind() + ")";
    }

    void describe(Map<String, MetricValue> metrics) {
        metrics.put("count", MetricValue.exactly((double) count));
        metrics.put("num_nulls", MetricValue.exactly((double) nulls));
        metrics.put("percent_null", share(nulls, count));
    }

    static MetricValue share(long part, long whole) {
        return ofValues(whole, (double) part / whole);
    }

    /** A number taken of this many values, which is none where there are no values. */
    static MetricValue ofValues(long values, double number) {
        return values == 0 ? MetricValue.unknown("there are no values") : MetricValue.exactly(number);
    }

    void writeTo(StateWriter out) {
        out.text(name);
        out.text(type);
        out.count(count);
        out.count(nulls);
    }

    static Cells read(StateReader in) {
        Cells cells = new Cells(in.text(), in.text(), in.count(), in.count());
        in.require(cells.nulls <= cells.count, "more nulls than cells");
        return cells;
    }
}
