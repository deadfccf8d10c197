/** Turns a configured source into exactly one snapshot of rows: CSV, JSON, Parquet, Delta and tables of databases. */
package io.lakewarden.jobs.source;
