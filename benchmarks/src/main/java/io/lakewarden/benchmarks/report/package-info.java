/** How large the HTML report gets with the width of a table, and how soon a browser shows it. */
package io.lakewarden.benchmarks.report;
