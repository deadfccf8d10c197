package io.lakewarden.schema.constraint;

/** Whether a value belongs to a set. */
enum Membership {
    INSIDE,
    OUTSIDE,
    /** The profile does not hold the value precisely enough to tell. */
    UNSURE
}
