/** How often drift is found, and how often where there is none, over known laws and shifts. */
package io.lakewarden.benchmarks.drift;
