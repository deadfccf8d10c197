/** Profiles of Spark datasets: which columns there are, how their cells are read, and the one scan that reads them. */
package io.lakewarden.spark.profile;
