/** Mergeable summaries of a dataset, the sketches inside them and the binnings counted with them. */
package io.lakewarden.profile;
