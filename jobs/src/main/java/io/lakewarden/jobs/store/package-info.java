/**
 * The store: Delta tables under one root path that hold what every run found, and the files beside them. Readers see
 * whole committed runs only; docs/store.md says how.
 */
package io.lakewarden.jobs.store;
