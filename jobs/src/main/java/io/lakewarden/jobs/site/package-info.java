/** The site over all monitors of a store: what of it has to be written again, and writing that. Starts no Spark. */
package io.lakewarden.jobs.site;
