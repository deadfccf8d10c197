/** The schema of Spark: the JSON form of a {@code StructType}. */
package io.lakewarden.schema.spark;
