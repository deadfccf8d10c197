package io.lakewarden.spark.skew;

/**
 * A pair of rows that does not match, as text that was cut where it is long.
 *
 * @param key the values of the key
 * @param there the value in the other source, or {@code nothing}
 * @param here the value in the watched rows, or {@code nothing}
 */
public record SkewExample(String key, String there, String here) {}
