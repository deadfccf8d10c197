/** Classifiers by Spark ML that try to tell the current data from the reference. */
package io.lakewarden.spark.multivariate;
