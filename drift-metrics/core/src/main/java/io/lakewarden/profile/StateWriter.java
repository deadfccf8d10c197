package io.lakewarden.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes the elements of the codec: big-endian words, counts in base 128, text as UTF-16 units in base 128. */
final class StateWriter {
    private static final int FIRST_CAPACITY = 256;

    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY);

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(Math.multiplyExact(buffer.capacity(), 2), Math.addExact(buffer.position(), bytes));
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(buffer.position());
        }
        return buffer;
    }

    void octet(int value) {
        room(1).put((byte) value);
    }

    void flag(boolean value) {
        octet(value ? 1 : 0);
    }

    void word(long value) {
        room(Long.BYTES).putLong(value);
    }

    void real(double value) {
        room(Double.BYTES).putDouble(value);
    }

    /** A number that is not negative, in as few bytes as it needs. */
    void count(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    void bytes(byte[] value) {
        room(value.length).put(value);
    }

    /** Any text, unpaired surrogates included: its length, then each UTF-16 unit as a count. */
    void text(String value) {
        count(value.length());
        for (int i = 0; i < value.length(); i++) {
            count(value.charAt(i));
        }
    }

    void texts(List<String> values) {
        count(values.size());
        values.forEach(this::text);
    }

    void binning(Binning binning) {
        if (binning instanceof NumericBinning numeric) {
            octet(numeric.isBands() ? 2 : 0);
            double[] edges = numeric.edges();
            count(edges.length);
            for (double edge : edges) {
                real(edge);
            }
        } else if (binning instanceof CategoricalBinning categorical) {
            octet(1);
            texts(categorical.categories());
            texts(categorical.rare());
            flag(categorical.isComplete());
        }
    }

    <T> void optional(Optional<T> value, BiConsumer<T, StateWriter> writing) {
        flag(value.isPresent());
        value.ifPresent(present -> writing.accept(present, this));
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
