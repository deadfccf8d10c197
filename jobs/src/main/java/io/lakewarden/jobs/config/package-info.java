/**
 * The monitor file: its records, the loader that reads them from YAML and says all that is wrong at once, and the way
 * back to YAML. Starts no Spark.
 */
package io.lakewarden.jobs.config;
