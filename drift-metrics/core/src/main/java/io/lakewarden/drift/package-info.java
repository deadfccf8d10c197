/** Drift statistics over two profiles, the thresholds that judge them and the findings that follow. */
package io.lakewarden.drift;
