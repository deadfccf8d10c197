package io.lakewarden.jobs.cli;

/** How a command writes its result to stdout. */
enum OutputFormat {
    /** Lines for people. */
    TEXT,
    /** One JSON document for programs. */
    JSON
}
