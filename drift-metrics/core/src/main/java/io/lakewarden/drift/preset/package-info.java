/** How other packages decide on drift by default, each in a class of its own. */
package io.lakewarden.drift.preset;
