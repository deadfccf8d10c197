package io.lakewarden.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    private static final int TRIALS = 200_000;

    /** Bytes that stand at the borders of what may follow what. */
    private static final int[] BORDERS = {
        0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
        0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    private static byte[] hostileBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(7)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) BORDERS[random.nextInt(BORDERS.length)];
        }
        return bytes;
    }

    /** Hostile bytes behind and before text, so that they stand anywhere in the words of eight bytes that are looked at. */
    private static byte[] surrounded(byte[] bytes, Random random) {
        byte[] before = Utf8.encode("aé".repeat(4).substring(random.nextInt(9)));
        byte[] behind = Utf8.encode("éa".repeat(5).substring(random.nextInt(11)));
        return ByteBuffer.allocate(before.length + bytes.length + behind.length)
                .put(before)
                .put(bytes)
                .put(behind)
                .array();
    }

    @Test
    void bytesAreWellFormedWhereTheStrictDecoderSaysSo() {
        Random random = new Random(1);
        int wellFormed = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] hostile = hostileBytes(random);
            byte[] bytes = trial % 2 == 0 ? hostile : surrounded(hostile, random);
            int from = random.nextInt(3);
            byte[] around =
                    Arrays.copyOf(new byte[] {(byte) 0xC3, (byte) 0x80}, from + bytes.length + random.nextInt(3));
            System.arraycopy(bytes, 0, around, from, bytes.length);
            int expected = strictCodePoints(bytes);
            wellFormed += expected < 0 ? 0 : 1;
            assertThat(Utf8.codePoints(around, from, from + bytes.length))
                    .as(Arrays.toString(bytes))
                    .isEqualTo(expected);
        }
        assertThat(wellFormed).isBetween(TRIALS / 10, TRIALS / 2);
    }

    /** How many code points Java's strict decoder finds, -1 where it refuses. */
    private static int strictCodePoints(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.codePointCount(0, text.length());
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    @Test
    void codePointsAreReadWhereTheyStand() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                byte[] bytes = Utf8.encode("é" + Character.toString(codePoint));
                int at = Utf8.offset(bytes, 0, bytes.length, 1);
                if (Utf8.codePointAt(bytes, at) != codePoint || at + Utf8.width(bytes[at]) != bytes.length) {
                    assertThat(Utf8.codePointAt(bytes, at)).isEqualTo(codePoint);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "a?b", "ö?", "😀?", "\u0000", "\uFEFFbom", "שלום", "\uFFFD?"})
    void wellFormedTextsComeBack(String text) {
        byte[] bytes = Utf8.encode(text);

        assertThat(bytes).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isEqualTo(text);
    }

    @Test
    void surrogatesWithoutPartnerAreReplaced() {
        assertThat(decoded("\uD83D")).isEqualTo("\uFFFD");
        assertThat(decoded("?\uDE00\uD83D?")).isEqualTo("?\uFFFD\uFFFD?");
        assertThat(decoded("a\uD83D\uD83D\uDE00")).isEqualTo("a\uFFFD😀");
    }

    private static String decoded(String text) {
        byte[] bytes = Utf8.encode(text);
        return Utf8.decode(bytes, 0, bytes.length);
    }

    @Test
    void repairedBytesAreWellFormed() {
        Random random = new Random(2);
        for (int trial = 0; trial < TRIALS / 10; trial++) {
            byte[] bytes = hostileBytes(random);
            byte[] repaired = Utf8.repaired(bytes, 0, bytes.length);

            assertThat(Utf8.codePoints(repaired, 0, repaired.length)).isGreaterThanOrEqualTo(0);
            if (Utf8.codePoints(bytes, 0, bytes.length) >= 0) {
                assertThat(repaired).isEqualTo(bytes);
            }
        }
    }
}
