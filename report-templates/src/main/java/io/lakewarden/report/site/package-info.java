/**
 * The site over all monitors and windows: the records of its small state files, and what its pages show. Each page is made
 * from a bounded number of windows, so that one more run costs the same however many there are.
 */
package io.lakewarden.report.site;
