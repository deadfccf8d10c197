/**
 * What one run tells people: the records of report.json, and the one HTML file rendered from it alone. Values come in
 * from the vocabulary of {@link io.lakewarden.result}; nothing here computes a statistic or reads a table.
 */
package io.lakewarden.report;
