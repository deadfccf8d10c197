package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextHashTest {
    private static final int IDS = 200_000;

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Hashing.of(bytes, 0, bytes.length);
    }

    static Stream<Arguments> realisticIds() {
        return Stream.of(
                ids("numbers", i -> Integer.toString(i)),
                ids("padded", i -> String.format(Locale.ROOT, "cust-%08d", i)),
                ids("in front", i -> i + "@mail.example.org"),
                ids("in the middle", i -> "https://example.org/orders/" + i + "/invoice.html"),
                ids("twice", i -> String.format(Locale.ROOT, "%08d%08d", i, i)),
                ids("mirrored", i -> String.format(Locale.ROOT, "%08d%08d", i, 99_999_999 - i)),
                ids("far apart", i -> String.format(Locale.ROOT, "%07d-------------------------%07d", i, i * 7 % IDS)),
                ids("hexadecimal", i -> String.format(Locale.ROOT, "%024x", i)),
                ids("UUIDs in order", i -> new UUID(0x4000, 0x8000_0000_0000_0000L + i).toString()),
                ids("beyond ASCII", i -> "müşteri-" + i),
                ids("of one letter", i -> "a".repeat(i % 700) + (char) ('0' + i % 700 % 10) + i / 700));
    }

    private static Arguments ids(String name, IntFunction<String> id) {
        return Arguments.of(name, id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("realisticIds")
    void differentIdsHaveDifferentAndEvenlySpreadHashes(String name, IntFunction<String> id) {
        long[] hashes = new long[IDS];
        int[] high = new int[1 << 12];
        int[] low = new int[1 << 12];
        int[] middle = new int[1 << 12];
        for (int i = 0; i < IDS; i++) {
            long hash = hash(id.apply(i));
            hashes[i] = hash;
            high[(int) (hash >>> 52)]++;
            low[(int) hash & 0xFFF]++;
            middle[(int) (hash >>> 32) & 0xFFF]++;
        }
        Arrays.sort(hashes);
        for (int i = 1; i < IDS; i++) {
            assertThat(hashes[i]).as(name).isNotEqualTo(hashes[i - 1]);
        }
        assertEven(high);
        assertEven(low);
        assertEven(middle);
    }

    /** Chi-square of 4,095 degrees: within five standard deviations of its mean. */
    private static void assertEven(int[] counts) {
        double expected = (double) IDS / counts.length;
        double statistic = Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        double degrees = counts.length - 1;
        assertThat(Math.abs(statistic - degrees)).isLessThan(5 * Math.sqrt(2 * degrees));
    }

    /** Each flipped bit of the text flips each bit of the hash half the time: ±5 standard deviations. */
    @Test
    void oneBitOfTheTextChangesHalfOfTheHash() {
        Random random = new Random(3);
        int trials = 4000;
        for (int length : new int[] {3, 4, 5, 7, 8, 12, 15, 16, 17, 24, 31, 32, 33, 36, 50}) {
            for (int flippedBit = 0; flippedBit < length * 8; flippedBit += length > 16 ? 5 : 1) {
                int[] flips = new int[64];
                for (int trial = 0; trial < trials; trial++) {
                    byte[] text = new byte[length];
                    random.nextBytes(text);
                    long before = Hashing.of(text, 0, length);
                    text[flippedBit / 8] ^= (byte) (1 << flippedBit % 8);
                    long changed = before ^ Hashing.of(text, 0, length);
                    for (int bit = 0; bit < 64; bit++) {
                        flips[bit] += (int) (changed >>> bit) & 1;
                    }
                }
                for (int bit = 0; bit < 64; bit++) {
                    assertThat((double) flips[bit] / trials)
                            .as("bit %d of %d bytes, bit %d of the hash", flippedBit, length, bit)
                            .isBetween(0.5 - 5.5 * 0.5 / Math.sqrt(trials), 0.5 + 5.5 * 0.5 / Math.sqrt(trials));
                }
            }
        }
    }

    @Test
    void theHashIsOfTheTextWhereverItStands() {
        byte[] text = "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= text.length; length++) {
            long hash = Hashing.of(text, 0, length);
            for (int from : new int[] {1, 3, 8, 13}) {
                byte[] within = new byte[from + length + 5];
                Arrays.fill(within, (byte) (from * 17));
                System.arraycopy(text, 0, within, from, length);
                assertThat(Hashing.of(within, from, length)).isEqualTo(hash);
            }
        }
    }

    @Test
    void lengthCountsWhereTheBytesAreZeros() {
        byte[] zeros = new byte[100];
        assertThat(IntStream.rangeClosed(0, 100)
                        .mapToLong(length -> Hashing.of(zeros, 0, length))
                        .distinct()
                        .count())
                .isEqualTo(101);
    }
}
