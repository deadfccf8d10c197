/** The schema of TensorFlow Data Validation, {@code schema.pbtxt}: what of it concerns tables, in both directions. */
package io.lakewarden.schema.tfdv;
