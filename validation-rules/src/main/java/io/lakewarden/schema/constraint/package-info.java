/** What can be demanded of one column: each kind is one file and one line in {@code ConstraintKinds}. */
package io.lakewarden.schema.constraint;
