package io.lakewarden.spark.profile;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;

/** Finds fields by their name to the letter; a struct can hold names that differ in case only. */
final class StructFields {
    private StructFields() {}

    static OptionalInt position(StructType struct, String name) {
        return IntStream.range(0, struct.length())
                .filter(i -> struct.apply(i).name().equals(name))
                .findFirst();
    }
}
