/** Drift of columns together, from samples of rows: what no column shows by itself. */
package io.lakewarden.drift.multivariate;
