/** Slices that nobody named, counted in one aggregation. */
package io.lakewarden.spark.slice;
