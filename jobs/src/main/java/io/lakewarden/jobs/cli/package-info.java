/** The command line: options, help, results on stdout, errors on stderr, exit codes. Starts no Spark by itself. */
package io.lakewarden.jobs.cli;
