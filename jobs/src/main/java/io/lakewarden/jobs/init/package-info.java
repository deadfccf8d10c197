/**
 * A first monitor for data that nobody has described yet: looks at a bounded sample, guesses how the data are written and
 * what the columns mean, says why, and writes a monitor file that runs as it is.
 */
package io.lakewarden.jobs.init;
