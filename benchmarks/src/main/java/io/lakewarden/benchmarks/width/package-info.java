/** How much memory a wide table takes: the whole commands on a real cluster with small heaps. */
package io.lakewarden.benchmarks.width;
