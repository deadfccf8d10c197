package io.lakewarden.report;

/** What becomes of the columns of a wide table that its page does not show whole. */
public enum ReportForm {
    /** They lie in side files beside the page, which loads them as they are unfolded. */
    WITH_SIDE_FILES,
    /** They are in the page as well, however long it takes to open. */
    ONE_FILE
}
