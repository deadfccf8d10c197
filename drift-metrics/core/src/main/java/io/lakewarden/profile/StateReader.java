package io.lakewarden.profile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what {@link StateWriter} wrote; trusts no length before it has seen that the bytes are there. */
final class StateReader {
    private static final int LONGEST_COUNT = 63;

    private final ByteBuffer buffer;

    StateReader(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    void require(boolean condition, String found) {
        if (!condition) {
            throw new ProfileFormatException("the bytes are no valid profile: " + found);
        }
    }

    /** The same, with a message that is made only where it is needed: sketches have thousands of items. */
    void require(boolean condition, Supplier<String> found) {
        if (!condition) {
            require(false, found.get());
        }
    }

    private ByteBuffer having(int bytes) {
        require(buffer.remaining() >= bytes, "they end too early");
        return buffer;
    }

    int remaining() {
        return buffer.remaining();
    }

    int octet() {
        return having(1).get() & 0xFF;
    }

    boolean flag() {
        int value = octet();
        require(value <= 1, () -> "a flag of " + value);
        return value == 1;
    }

    long word() {
        return having(Long.BYTES).getLong();
    }

    double real() {
        return having(Double.BYTES).getDouble();
    }

    double finite() {
        double value = real();
        require(Double.isFinite(value), () -> "a value of " + value);
        return value;
    }

    long count() {
        long value = 0;
        for (int shift = 0; shift < LONGEST_COUNT; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7FL) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new ProfileFormatException("the bytes are no valid profile: a count of more than 63 bits");
    }

    /** A number of elements that are at least so many bytes long, checked against the bytes that are left. */
    int length(int bytesEach) {
        long value = count();
        require(value <= buffer.remaining() / bytesEach, () -> value + " elements in " + buffer.remaining() + " bytes");
        return (int) value;
    }

    byte[] bytes(int length) {
        having(length);
        byte[] result = new byte[length];
        buffer.get(result);
        return result;
    }

    String text() {
        char[] units = new char[length(1)];
        for (int i = 0; i < units.length; i++) {
            long unit = count();
            require(unit <= Character.MAX_VALUE, () -> "a character of " + unit);
            units[i] = (char) unit;
        }
        return new String(units);
    }

    List<String> texts() {
        int size = length(1);
        List<String> result = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            result.add(text());
        }
        return result;
    }

    int integer() {
        long value = count();
        require(value <= Integer.MAX_VALUE, () -> "a size of " + value);
        return (int) value;
    }

    <T> Optional<T> optional(Function<StateReader, T> reading) {
        return flag() ? Optional.of(reading.apply(this)) : Optional.empty();
    }

    Binning binning() {
        int tag = octet();
        require(tag <= 2, () -> "a binning of kind " + tag);
        if (tag == 1) {
            return CategoricalBinning.of(texts(), texts(), flag());
        }
        double[] edges = new double[length(Double.BYTES)];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = real();
        }
        return NumericBinning.of(edges, tag == 2);
    }
}
