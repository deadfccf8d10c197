/** What runs in the processes that are measured: one competitor each, all on Spark. */
package io.lakewarden.benchmarks.validate.worker;
