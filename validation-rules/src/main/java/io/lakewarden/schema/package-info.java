/** Whether data still has the columns and types that it is expected to have. */
package io.lakewarden.schema;
