package io.lakewarden.rules.measure;

/** Numbers about one column. Nulls count nowhere. */
public enum ColumnMetric {
    /** Σx. */
    SUM("sum", true),
    /** Σx / n. */
    MEAN("mean", true),
    /** √(Σ(x − mean)² / n), that of the whole and not of a sample. */
    STANDARD_DEVIATION("standard deviation", true),
    /** The least value. */
    MINIMUM("minimum", true),
    /** The greatest value. */
    MAXIMUM("maximum", true),
    /** −Σ p·ln p over the shares p of the distinct values; 0 where all are equal. */
    ENTROPY("entropy", false),
    /** How many different values there are. */
    DISTINCT_COUNT("number of distinct values", false),
    /** Distinct values per value. */
    DISTINCT_RATIO("distinct ratio", false);

    private final String title;
    private final boolean numeric;

    ColumnMetric(String title, boolean numeric) {
        this.title = title;
        this.numeric = numeric;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** Whether only numbers have it. */
    public boolean numeric() {
        return numeric;
    }
}
