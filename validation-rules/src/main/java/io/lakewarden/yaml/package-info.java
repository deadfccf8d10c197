/** Reading YAML that people write: every problem of a file at once, each with its place and the nearest valid name. */
package io.lakewarden.yaml;
