/** What the commands do: requests, outcomes, exit codes and the jobs themselves. */
package io.lakewarden.jobs.run;
