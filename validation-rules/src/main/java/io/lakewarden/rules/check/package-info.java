/** What can be checked: one file for each type of rule, and {@link io.lakewarden.rules.check.RuleTypes} as their list. */
package io.lakewarden.rules.check;
