/** The seeded table of mixed types that all competitors read. */
package io.lakewarden.benchmarks.profile.table;
