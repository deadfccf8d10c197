/** Whole-run comparisons and studies: compiled and smoke-tested in every build, run by hand. */
package io.lakewarden.benchmarks;
