/** Holds the numbers of a window against those of earlier windows: what is expected, and whether it came. */
package io.lakewarden.history;
