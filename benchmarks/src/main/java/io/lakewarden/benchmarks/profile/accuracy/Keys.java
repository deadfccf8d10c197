package io.lakewarden.benchmarks.profile.accuracy;

import io.lakewarden.benchmarks.profile.table.Physical;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Values as numbers of 64 bits: in the same order where they have one, different where they are different. */
final class Keys {
    private Keys() {}

    /** The key of the values that the generator draws for a column. */
    static ToLongFunction<Object> of(Physical physical) {
        return switch (physical) {
            case DOUBLE, FLOAT, INT, LONG -> value -> ofNumber(((Number) value).doubleValue());
            // The nearest double to the decimal, as everybody reads it who reads decimals as doubles.
            case DECIMAL -> value -> ofNumber((Long) value / 100.0);
            case DATE -> value -> ofNumber((double) TimeUnit.DAYS.toMicros((Integer) value));
            case TIMESTAMP -> value -> ofNumber(((Long) value).doubleValue());
            case STRING -> value -> ofText((String) value);
            case BOOLEAN -> value -> (Boolean) value ? 1 : 0;
        };
    }

    /** Rising with the number; both zeros are the same. */
    static long ofNumber(double number) {
        return flip(Double.doubleToLongBits(number + 0.0));
    }

    /** The number of a key. */
    static double number(long key) {
        return Double.longBitsToDouble(flip(key));
    }

    private static long flip(long bits) {
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    /** A hash: among ten million texts two share one with a chance of less than one in 100,000. */
    static long ofText(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return hash * 0xD6E8FEB86659FD93L;
    }
}
