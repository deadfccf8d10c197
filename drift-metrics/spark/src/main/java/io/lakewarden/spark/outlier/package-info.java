/** Outliers and near-duplicates among rows on Spark. */
package io.lakewarden.spark.outlier;
