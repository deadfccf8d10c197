/** The one adapter to Amazon Deequ: nothing else of Lakewarden's rules knows its classes. */
package io.lakewarden.rules.deequ;
