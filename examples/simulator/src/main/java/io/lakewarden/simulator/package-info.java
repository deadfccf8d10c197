/**
 * The seeded lending portfolio behind the demo, the tests and the benchmarks: data with known incidents, and the ledger
 * that says what was done to it and when.
 */
package io.lakewarden.simulator;
