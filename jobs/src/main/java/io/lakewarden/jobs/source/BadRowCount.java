package io.lakewarden.jobs.source;

/**
 * How many rows of CSV files cannot be read.
 *
 * @param rows their number
 * @param example one of them: file, reason and line; empty where there is none
 */
record BadRowCount(long rows, String example) {
    static final BadRowCount NONE = new BadRowCount(0, "");
}
