package io.lakewarden.jobs.store;

/** What an attempt is about. */
public enum RunKind {
    /** One window of current data. */
    WINDOW,
    /** A reference that windows are held against. */
    REFERENCE
}
