/** Two sources held against each other row by row: training against serving. */
package io.lakewarden.spark.skew;
