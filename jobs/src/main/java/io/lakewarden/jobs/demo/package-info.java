/** The demonstration: a simulated lending portfolio in Delta tables, and the monitor that watches it. */
package io.lakewarden.jobs.demo;
