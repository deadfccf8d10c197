/** The numbers that rules judge, without a word about who computes them. */
package io.lakewarden.rules.measure;
