package io.lakewarden.jobs.init;

/** What a column holds. */
enum ColumnContent {
    /** Whole numbers. */
    WHOLE,
    /** Other numbers. */
    NUMBER,
    /** True and false. */
    TRUTH,
    /** Dates that the source knows as such. */
    DAY,
    /** Dates with a time of day that the source knows as such. */
    MOMENT,
    /** Texts, or whole numbers, that a pattern reads as dates or times. */
    DATED_TEXT,
    /** Any other texts. */
    TEXT,
    /** No value at all. */
    EMPTY;

    boolean isNumeric() {
        return this == WHOLE || this == NUMBER;
    }

    /** Whether it says when a row happened. */
    boolean isTime() {
        return this == DAY || this == MOMENT || this == DATED_TEXT;
    }
}
