/** Samples of rows on the driver, for what no mergeable profile can answer. */
package io.lakewarden.spark.sample;
