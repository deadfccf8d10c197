/** What saved models say of the columns that they read; their files are read, none of their classes is loaded. */
package io.lakewarden.jobs.model;
