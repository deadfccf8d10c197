package io.lakewarden.jobs.config;

/** When rows that are right are published as clean: {@code quarantine.publish}. */
public enum Publish {
    /** Whatever the verdict on the window is. */
    ALWAYS,
    /** Where no rule of severity fail is broken and every rule could be judged; otherwise they are held back. */
    ON_PASS
}
