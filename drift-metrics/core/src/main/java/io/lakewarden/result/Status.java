package io.lakewarden.result;

/** What a finding says about the fact it judged. */
public enum Status {
    /** The fact is as expected. */
    PASS,
    /** Worth a look; nothing stops. */
    WARN,
    /** Not acceptable. */
    FAIL,
    /** The fact could not be judged: a statistic is unknown, or computing it broke. */
    ERROR,
    /** Not judged on purpose, such as a statistic that does not apply. */
    SKIPPED;

    /** Whether the fact was judged and found wanting. */
    public boolean isAlert() {
        return this == WARN || this == FAIL;
    }
}
