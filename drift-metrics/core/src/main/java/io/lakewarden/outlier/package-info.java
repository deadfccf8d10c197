/** Rows that are unlike the reference's, and groups of rows that are too much alike. */
package io.lakewarden.outlier;
