/** Rules about rows and columns: read from YAML or written in Java, answered by a profile or by Deequ, told as findings. */
package io.lakewarden.rules;
