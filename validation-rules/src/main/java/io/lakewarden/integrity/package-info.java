/** Whether a table can be trusted as data for a model: duplicates, contradictions, muddled columns, leaks. */
package io.lakewarden.integrity;
