/** Times the profile of a table beside what else profiles tables, one process each, on the very same files. */
package io.lakewarden.benchmarks.profile;
