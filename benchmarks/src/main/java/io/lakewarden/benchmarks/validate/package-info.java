/** What rules cost, beside Deequ's own suite. */
package io.lakewarden.benchmarks.validate;
