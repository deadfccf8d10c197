package io.lakewarden.jobs.config;

/** What happens to a row of a CSV or JSON file that does not fit the columns or their types. */
public enum BadRows {
    /** The run stops and names the first such row; the default, because a silent loss of rows looks like drift. */
    FAIL,
    /** The row is left out and counted, and the count is a finding. */
    COUNT
}
