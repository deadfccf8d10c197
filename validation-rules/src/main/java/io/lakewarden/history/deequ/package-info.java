/** The one adapter to Amazon Deequ's strategies over metric history. */
package io.lakewarden.history.deequ;
