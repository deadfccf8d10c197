package io.lakewarden.spark.profile;

import org.apache.spark.sql.execution.vectorized.Dictionary;

/**
 * A dictionary of values.
 *
 * @param identity the same object for as long as codes mean the same
 * @param decoder turns codes into values
 * @param size how many codes there are
 */
record CodeDictionary(Object identity, Dictionary decoder, int size) {}
