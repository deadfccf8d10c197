/** Turns a configured source into exactly one snapshot of rows: CSV, Parquet and Delta. */
package io.lakewarden.jobs.source;
