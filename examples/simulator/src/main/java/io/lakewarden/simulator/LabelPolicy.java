package io.lakewarden.simulator;

/** Whose outcome is ever known. */
public enum LabelPolicy {
    /** Every application gets a label: the ideal world. */
    EVERYONE,
    /** Only approved applications get a label, as in real lending: nobody sees how a declined loan would have ended. */
    APPROVED_ONLY
}
