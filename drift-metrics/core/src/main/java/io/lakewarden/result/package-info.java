/** The vocabulary every module shares: windows, slices, metrics, findings and their statuses. */
package io.lakewarden.result;
