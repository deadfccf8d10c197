/** Which SQL of a rule is run, and which is refused. */
package io.lakewarden.rules.sql;
