/** Geometry of the report's pictures: paths in a fixed box that templates stretch; words stay HTML beside them. */
package io.lakewarden.report.chart;
