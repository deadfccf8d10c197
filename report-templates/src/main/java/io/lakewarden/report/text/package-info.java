/** How numbers, times and people's own text read in the report. English, UTC, whatever the machine's locale. */
package io.lakewarden.report.text;
