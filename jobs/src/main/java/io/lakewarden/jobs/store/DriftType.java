package io.lakewarden.jobs.store;

/** What the current window was compared with. */
public enum DriftType {
    /** The monitor's reference. */
    BASELINE,
    /** An earlier window. */
    CONSECUTIVE,
    /** Another source's rows of the same window. */
    SKEW
}
